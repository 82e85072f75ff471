import type { Packed } from '../cells/pack.ts';
import type { ModelColumn } from '../plan/model-column.ts';

export type CopulaSettings = {
  /** Column by which the levels of categories without an order are ordered. */
  readonly target?: string;
  /** Values and levels of fewer rows are merged with others. */
  readonly rare: number;
};

/** A part of a column that is one cut normal: its known cells, or whether it is missing. */
export type LatentPart = {
  /** Number of the modelled column. */
  readonly column: number;
  readonly kind: 'cells' | 'missing';
  /** The cells in the order of the normal; for `missing`: nothing. */
  readonly order: Packed;
};

/** A fitted Gaussian copula: the cells of each column, and the correlations of the normals behind them. */
export type CopulaModel = {
  readonly method: 'copula';
  readonly version: 1;
  readonly rows: number;
  readonly settings: CopulaSettings;
  readonly columns: readonly ModelColumn[];
  readonly parts: readonly LatentPart[];
  /** Lower triangle of the factor of the correlation matrix, row by row. */
  readonly factor: Packed;
  /** By how much a column's correlations were shrunk at most to make their matrix positive definite, from 0 to 1. */
  readonly shrunkBy: number;
};
