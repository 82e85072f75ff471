import { defined, type Result, type Table, undefinedBecause } from '@assay/stats';
import type { PreparedCategory, PreparedColumn, PreparedNumber, Sides } from '../columns/prepare.ts';
import type { FidelityMode } from '../score.ts';
import { keyUniqueness } from './key-uniqueness.ts';
import { tableStructure } from './table-structure.ts';

/** How valid one synthetic column is. */
export type ColumnValidity = {
  readonly column: string;
  readonly measure: 'boundary-adherence' | 'category-adherence' | 'key-uniqueness' | null;
  readonly score: Result<number>;
};

/** `score` is the mean over columns, `structure` whether names and types agree. */
export type Validity = {
  readonly score: Result<number>;
  readonly columns: readonly ColumnValidity[];
  readonly structure: Result<number>;
};

/** The mean of the validity of columns, and the structure of the table. Identifiers that are no keys are not judged. */
export function validity(
  columns: readonly ColumnValidity[],
  real: Table,
  synthetic: Table,
  mode: FidelityMode,
): Validity {
  const scores = columns.flatMap(({ score }) => (score.ok ? [score.value] : []));
  return {
    score:
      scores.length === 0
        ? undefinedBecause('empty')
        : defined(scores.reduce((sum, score) => sum + score, 0) / scores.length),
    columns,
    structure: tableStructure(real, synthetic, mode),
  };
}

/**
 * Validity of a column as SDMetrics' diagnostic report has it: adherence to the real range or categories, or
 * uniqueness of a key.
 *
 * @param keys columns that must be unique
 */
export function columnValidity(
  column: PreparedColumn,
  tables: Sides,
  synthetic: Table,
  keys: ReadonlySet<string>,
): ColumnValidity {
  const { name } = column;
  if (keys.has(name))
    return {
      column: name,
      measure: 'key-uniqueness',
      score: keyUniqueness(synthetic.columns.find((each) => each.name === name)),
    };
  if (column.kind === 'unmatched')
    return { column: name, measure: null, score: undefinedBecause(column.reason) };
  return column.kind === 'number'
    ? { column: name, measure: 'boundary-adherence', score: boundaryAdherence(column, tables.rows.synthetic) }
    : {
        column: name,
        measure: 'category-adherence',
        score: categoryAdherence(column, tables.rows.synthetic),
      };
}

/**
 * The share of synthetic values within the least and the greatest real one. A missing value counts against it where
 * the real column has none, and is left out where it has some. Undefined: 'empty'.
 */
export function boundaryAdherence(column: PreparedNumber, rows: number): Result<number> {
  const { real, synthetic } = column.ordered;
  const total = column.absent.real > 0 ? rows - column.absent.synthetic : rows;
  if (total === 0) return undefinedBecause('empty');
  if (real.n === 0) return defined(0);
  const low = real.values[0]!;
  const high = real.values[real.values.length - 1]!;
  let within = 0;
  for (let at = 0; at < synthetic.values.length; at += 1)
    if (synthetic.values[at]! >= low && synthetic.values[at]! <= high) within += synthetic.counts[at]!;
  return defined(within / total);
}

/**
 * The share of synthetic rows whose category the real column has. A missing value counts as such a category where
 * the real column has missing values. Undefined: 'empty'.
 */
export function categoryAdherence(column: PreparedCategory, rows: number): Result<number> {
  if (rows === 0) return undefinedBecause('empty');
  const { real, synthetic } = column.bins;
  let within = 0;
  for (let code = 0; code < synthetic.size; code += 1)
    if (real.counts[code]! > 0) within += synthetic.counts[code]!;
  return defined(within / rows);
}
