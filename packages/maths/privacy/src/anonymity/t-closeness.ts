import { defined, findColumn, type Result, type Table, undefinedBecause } from '@assay/stats';
import type { SensitiveCounts } from './sensitive-counts.ts';

/**
 * t-closeness: the greatest distance between the sensitive values of a class and those of the whole table. For
 * categories every two values are 1 apart (total variation distance); for numbers and instants the distance of the
 * i-th and the j-th of m ordered values is |i - j| / (m - 1). Missing values of a number are left out of neither:
 * they are ordered last.
 *
 * @param table the table that the counts are of
 * Undefined: 'empty', 'no-such-column'. Source: Li, Li and Venkatasubramanian, ICDE 2007.
 */
export function tCloseness(table: Table, sensitive: string, counts: SensitiveCounts): Result<number> {
  const column = findColumn(table, sensitive);
  if (column === undefined) return undefinedBecause('no-such-column');
  if (counts.perClass.length === 0) return undefinedBecause('empty');
  const { overall, firstRow } = counts;
  const order = Array.from({ length: overall.length }, (_, code) => code);
  if (column.kind === 'number') {
    const keyOf = (code: number) => {
      const value = column.values[firstRow[code]!]!;
      return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
    };
    order.sort((a, b) => keyOf(a) - keyOf(b));
  }
  let greatest = 0;
  for (const each of counts.perClass) {
    const distance =
      column.kind === 'number'
        ? orderedDistance(each, overall, order, table.rows)
        : equalDistance(each, overall, table.rows);
    greatest = Math.max(greatest, distance);
  }
  return defined(greatest);
}

function sizeOf(counts: ReadonlyMap<number, number>): number {
  let size = 0;
  for (const count of counts.values()) size += count;
  return size;
}

function equalDistance(counts: ReadonlyMap<number, number>, overall: Int32Array, rows: number): number {
  const size = sizeOf(counts);
  let sum = 0;
  for (let code = 0; code < overall.length; code += 1)
    sum += Math.abs((counts.get(code) ?? 0) / size - overall[code]! / rows);
  return sum / 2;
}

function orderedDistance(
  counts: ReadonlyMap<number, number>,
  overall: Int32Array,
  order: readonly number[],
  rows: number,
): number {
  if (order.length < 2) return 0;
  const size = sizeOf(counts);
  let carried = 0;
  let sum = 0;
  for (const code of order) {
    carried += (counts.get(code) ?? 0) / size - overall[code]! / rows;
    sum += Math.abs(carried);
  }
  return sum / (order.length - 1);
}
