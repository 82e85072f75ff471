import type { ColumnBins } from '../binning/column-bins.ts';

/** A leaf adds `value` to the score of its rows; `rows` were in it when it was grown. */
export type Leaf = { readonly kind: 'leaf'; readonly value: number; readonly rows: number };

/**
 * A split. A row goes left when the bin of feature `feature` is at most `lastLeft` (numbers) or is among `leftBins`
 * (categories); a missing value when `missingLeft`. `left` and `right` are indices of nodes.
 */
export type Split = {
  readonly feature: number;
  readonly missingLeft: boolean;
  readonly left: number;
  readonly right: number;
  readonly rows: number;
  /** By how much the split lowered the second-order loss. */
  readonly gain: number;
} & (
  | { readonly kind: 'number'; readonly lastLeft: number }
  | { readonly kind: 'category'; readonly leftBins: readonly number[] }
);

/** A tree: its nodes, the root first. */
export type Tree = readonly (Leaf | Split)[];

type Boosted = {
  readonly version: 1;
  /** The columns it reads, and their bins. */
  readonly features: readonly ColumnBins[];
  /** By round, one tree for each score. */
  readonly trees: readonly (readonly Tree[])[];
};

/**
 * Boosted trees that tell classes apart. `scores` holds the score before the first tree: one (log odds of the
 * second class) for two classes, else one for each. Plain JSON.
 */
export type BoostedClassifier = Boosted & {
  readonly type: 'boosted-classifier';
  readonly classes: readonly string[];
  readonly scores: readonly number[];
};

/** Boosted trees that predict a number, from `mean` on. Plain JSON. */
export type BoostedRegressor = Boosted & { readonly type: 'boosted-regressor'; readonly mean: number };
