import type { ColumnSpec } from '@assay/contracts';

/** A value of a row as it travels in JSON; see `CellValue` of tables. */
export type ControlCell = string | number | boolean | null;

/** What a column is like in rows that nothing was done to: what a fault must differ from. */
export type FaultFacts = {
  column: ColumnSpec;
  /** Of numbers: the least and the greatest, and how many decimal places they have. */
  numbers: { low: number; high: number; decimals: number } | null;
  /** Different texts. */
  values: ReadonlySet<string>;
  hasMissing: boolean;
};

const MOST_DECIMALS = 6;

function decimalsOf(value: number): number {
  const [, fraction = ''] = String(value).split('.');
  return Math.min(MOST_DECIMALS, fraction.length);
}

/**
 * What the columns of a table are like, by some of its rows.
 *
 * @param columns in the order of the cells
 * @param rows cells of rows as they are, at least one
 */
export function faultFactsOf(
  columns: readonly ColumnSpec[],
  rows: readonly (readonly ControlCell[])[],
): FaultFacts[] {
  return columns.map((column, at) => {
    const isNumber = column.physical === 'BIGINT' || column.physical === 'DOUBLE';
    let numbers: FaultFacts['numbers'] = null;
    const values = new Set<string>();
    let hasMissing = false;
    for (const row of rows) {
      const cell = row[at] ?? null;
      if (cell === null) hasMissing = true;
      else if (isNumber) {
        if (typeof cell !== 'number') continue;
        numbers =
          numbers === null
            ? { low: cell, high: cell, decimals: decimalsOf(cell) }
            : {
                low: Math.min(numbers.low, cell),
                high: Math.max(numbers.high, cell),
                decimals: Math.max(numbers.decimals, decimalsOf(cell)),
              };
      } else values.add(String(cell));
    }
    return { column, numbers, values, hasMissing };
  });
}
