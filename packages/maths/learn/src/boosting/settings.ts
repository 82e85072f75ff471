/**
 * How trees are boosted. The values are fixed so that figures can be compared between reports; they are those of
 * scikit-learn's histogram gradient boosting.
 */
export type BoostingSettings = {
  /** Factor on every leaf. */
  readonly learningRate: number;
  /** Rounds at most; a round grows one tree, or one per class where there are more than two. */
  readonly rounds: number;
  /** Leaves of a tree at most; the leaf with the best split is split first. */
  readonly maxLeaves: number;
  /** Rows in a leaf at least. */
  readonly minLeafRows: number;
  /** Added to every sum of second derivatives. */
  readonly l2: number;
};

export const BOOSTING: BoostingSettings = {
  learningRate: 0.1,
  rounds: 100,
  maxLeaves: 31,
  minLeafRows: 20,
  l2: 0,
};
