import type { Packed } from '../cells/pack.ts';
import type { ModelColumn } from '../plan/model-column.ts';

/** The dials of sequential trees. */
export type TreeSettings = {
  /** Column that is drawn first, so that all others are drawn given it; chosen by dependence if absent. */
  readonly target?: string;
  /** Least rows of a leaf: the privacy dial. */
  readonly leaf: number;
  /** Values and levels of fewer rows are merged with others. */
  readonly rare: number;
  /** How surprising a split must be, in standard deviations of what chance gives: the dial of detail. */
  readonly evidence: number;
};

/** A tree as base64 arrays; nodes stand in the order of a walk that goes left first. */
export type StoredTree = {
  /** Per node: 0 for a leaf, else 1 + the modelled column that it asks about. */
  readonly column: Packed;
  /** Per node that asks: four words, the bins that go left. */
  readonly mask: Packed;
  /** Per leaf: how many cells it has. */
  readonly held: Packed;
  /** Per leaf, one after the other: its cells, rising. */
  readonly cells: Packed;
  /** Rows of each of these cells. */
  readonly counts: Packed;
};

/** How one modelled column is drawn. `column` numbers the modelled columns in the plan's order. */
export type TreeStep =
  | {
      readonly kind: 'tree';
      readonly column: number;
      readonly tree: StoredTree;
      readonly given: readonly number[];
    }
  | {
      readonly kind: 'lookup';
      readonly column: number;
      readonly from: number;
      /** Per key of `from`: 0 missing, 1 + level of a category, or 1 + place in `numbers`. */
      readonly value: Packed;
      readonly numbers: Packed;
    };

/** What is drawn column by column: trees and lookups. */
export type SequentialModel = {
  readonly columns: readonly ModelColumn[];
  /** In the order in which columns are drawn. */
  readonly steps: readonly TreeStep[];
};

/** A fitted model of sequential trees. */
export type TreeModel = SequentialModel & {
  readonly method: 'tree';
  readonly version: 1;
  readonly rows: number;
  readonly settings: TreeSettings;
};
