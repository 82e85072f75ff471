import { missingSimilarity, type Result } from '@assay/stats';
import type { PreparedColumn, PreparedNumber, Sides } from '../columns/prepare.ts';
import { kolmogorovFloor } from '../floors/kolmogorov-floor.ts';
import { variationFloor } from '../floors/variation-floor.ts';
import { noScore, type Score, scoreOf } from '../score.ts';
import { ksComplement } from './ks-complement.ts';
import { tvComplement } from './tv-complement.ts';

/** How alike one column is in both tables. `measure` is null for a column that only one has. */
export type ColumnShape = Score & {
  readonly column: string;
  readonly measure: 'ks-complement' | 'tv-complement' | null;
};

/** Shapes of all columns but identifiers; the summary is their mean. */
export type Shapes = Score & { readonly columns: readonly ColumnShape[] };

/**
 * The shape of a column: KS complement of numbers and instants, TV complement of categories, both over the values
 * that are there.
 */
export function columnShape(column: PreparedColumn, tables: Sides): ColumnShape {
  if (column.kind === 'unmatched') return { column: column.name, measure: null, ...noScore(column.reason) };
  if (column.kind === 'number') return numberShape(column);
  const real = column.bins.real.counts.subarray(0, column.levels.length);
  const synthetic = column.bins.synthetic.counts.subarray(0, column.levels.length);
  const floor = variationFloor(
    real,
    tables.rows.real - column.absent.real,
    tables.rows.synthetic - column.absent.synthetic,
  );
  return {
    column: column.name,
    measure: 'tv-complement',
    ...scoreOf(tvComplement(real, synthetic, tables.mode), floor),
  };
}

function numberShape(column: PreparedNumber): ColumnShape {
  const { real, synthetic } = column.ordered;
  return {
    column: column.name,
    measure: 'ks-complement',
    ...scoreOf(ksComplement(real, synthetic), kolmogorovFloor(real, synthetic.n)),
  };
}

/** How alike the shares of missing values of one column are. */
export type MissingShape = Score & { readonly column: string };

export function missingShape(column: PreparedColumn, tables: Sides): MissingShape {
  if (column.kind === 'unmatched') return { column: column.name, ...noScore(column.reason) };
  const { real: n, synthetic: m } = tables.rows;
  const { real, synthetic } = column.absent;
  const score: Result<number> = missingSimilarity({ count: real, total: n }, { count: synthetic, total: m });
  return { column: column.name, ...scoreOf(score, variationFloor([real, n - real], n, m)) };
}
