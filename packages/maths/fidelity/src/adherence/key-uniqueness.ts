import {
  type CategoryColumn,
  type Column,
  defined,
  lengthOf,
  type Result,
  undefinedBecause,
} from '@assay/stats';
import { sortNumbers } from '../columns/sort-numbers.ts';

/**
 * The share of rows of a key column that are neither missing nor repeat an earlier row.
 * Undefined: 'no-such-column', 'empty'.
 */
export function keyUniqueness(column: Column | undefined): Result<number> {
  if (column === undefined) return undefinedBecause('no-such-column');
  const rows = lengthOf(column);
  if (rows === 0) return undefinedBecause('empty');
  return defined((column.kind === 'number' ? distinct(column.values) : distinctCodes(column)) / rows);
}

/** A typed array's sort is quick where a set of a million numbers is not. */
function distinct(values: Float64Array): number {
  const sorted = sortNumbers(values.filter((value) => !Number.isNaN(value)));
  let count = 0;
  for (let row = 0; row < sorted.length; row += 1)
    if (row === 0 || sorted[row] !== sorted[row - 1]) count += 1;
  return count;
}

function distinctCodes(column: CategoryColumn): number {
  const seen = new Uint8Array(column.levels.length);
  let count = 0;
  for (const code of column.codes) {
    if (code < 0 || seen[code] === 1) continue;
    seen[code] = 1;
    count += 1;
  }
  return count;
}
