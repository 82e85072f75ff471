import { type GowerRows, numberDistance } from './gower-space.ts';
import type { NearestIndex } from './nearest-index.ts';

/** Below this, two sums of column distances are taken for equal: what rounding leaves. */
const ROUNDING = 1e-13;
/** Columns after which a row is looked at whether it can still be near. */
const COLUMNS_AT_ONCE = 16;

/** How a long computation is cancelled and says how far it is. */
export type Control = { throwIfAborted(): void; progress(done: number, total: number): void };

/**
 * For each query row, in its order: the distance to the nearest row (DCR), to the second nearest, and the number of
 * the nearest row. Where there is no such row the distance is infinite and the row is -1.
 */
export type Nearest = {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly row: Int32Array;
};

export type NearestOptions = {
  /** The range of query rows to do, all by default: results for [0, a) and [a, n) side by side are those of [0, n). */
  readonly from?: number;
  readonly to?: number;
  readonly control?: Control;
};

/**
 * The two nearest rows of each query row by Gower's distance, exact: the tree is walked from near to far and a branch
 * is left out only when its lower bound reaches the second best distance so far. Of equally near rows the first
 * met counts as the nearest, the same each time.
 *
 * @param queries rows in the space that the index's rows are in
 * @throws what `control.throwIfAborted` throws
 */
export function nearest(queries: GowerRows, index: NearestIndex, options: NearestOptions = {}): Nearest {
  const { from = 0, to = queries.rows, control } = options;
  const size = Math.max(0, to - from);
  const result = {
    first: new Float64Array(size),
    second: new Float64Array(size),
    row: new Int32Array(size),
  };
  const columns = queries.numberColumns + queries.categoryColumns;
  const search = searcher(queries, index);
  for (let at = 0; at < size; at += 1) {
    if (at % 256 === 0) {
      control?.throwIfAborted();
      control?.progress(at, size);
    }
    const found = search(from + at);
    result.first[at] = found.first / columns;
    result.second[at] = found.second / columns;
    result.row[at] = found.at < 0 ? -1 : index.rowOf[found.at]!;
  }
  control?.progress(size, size);
  return result;
}

type Found = { first: number; second: number; at: number };

/** A search with its scratch space; distances are sums over columns. */
function searcher(queries: GowerRows, index: NearestIndex): (row: number) => Found {
  const { numberColumns, categoryColumns, scales } = queries;
  const { table, column: columns, first: firsts, end: ends, code: codes, low: lows, high: highs } = index;
  const { numbers: tableNumbers, codes: tableCodes } = table;
  const numbers = new Float64Array(numberColumns);
  const categories = new Int32Array(categoryColumns);
  /** What each number column adds to the bound of the node that is being visited. */
  const bounds = new Float64Array(numberColumns);
  let first = 0;
  let second = 0;
  let nearestAt = -1;

  const scan = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) {
      const codeStart = at * categoryColumns;
      let mismatches = 0;
      for (let each = 0; each < categoryColumns; each += 1)
        if (categories[each] !== tableCodes[codeStart + each]) mismatches += 1;
      if (mismatches >= second) continue;
      const numberStart = at * numberColumns;
      let sum = 0;
      let each = 0;
      // Sums only grow: what is too far after some columns is too far.
      while (each < numberColumns && sum + mismatches < second) {
        const end = Math.min(numberColumns, each + COLUMNS_AT_ONCE);
        for (; each < end; each += 1) {
          const value = numbers[each]!;
          const other = tableNumbers[numberStart + each]!;
          const apart = Math.abs(value - other) * scales[each]!;
          // Present in both, which is the rule, needs no second look.
          if (apart < 1) sum += apart;
          else sum += apart >= 1 ? 1 : numberDistance(value, other, scales[each]!);
        }
      }
      if (each < numberColumns) continue;
      const distance = sum + mismatches;
      if (distance < first) {
        second = first;
        first = distance;
        nearestAt = at;
      } else if (distance < second) second = distance;
    }
  };

  const boundOf = (node: number, column: number, value: number): number => {
    const low = lows[node]!;
    if (Number.isNaN(low) || Number.isNaN(value)) return Number.isNaN(low) && Number.isNaN(value) ? 0 : 1;
    const outside = value < low ? low - value : value > highs[node]! ? value - highs[node]! : 0;
    return Math.min(1, outside * scales[column]!);
  };

  const visit = (node: number, bound: number): void => {
    const column = columns[node]!;
    if (column < 0) scan(firsts[node]!, ends[node]!);
    else if (column < numberColumns) visitNumbers(node, column, bound);
    else visitCategories(node, categories[column - numberColumns]!, bound);
  };

  const visitCategories = (node: number, code: number, bound: number): void => {
    const from = firsts[node]!;
    const to = ends[node]!;
    for (let child = from; child < to; child += 1)
      if (codes[child] === code) {
        visit(child, bound);
        break;
      }
    for (let child = from; child < to && bound + 1 < second - ROUNDING; child += 1)
      if (codes[child] !== code) visit(child, bound + 1);
  };

  const visitNumbers = (node: number, column: number, bound: number): void => {
    const value = numbers[column]!;
    const held = bounds[column]!;
    const from = firsts[node]!;
    const count = ends[node]! - from;
    // At most three children, nearest first.
    let done = 0;
    for (let turn = 0; turn < count; turn += 1) {
      let best = -1;
      let least = 2;
      for (let each = 0; each < count; each += 1) {
        if ((done >> each) & 1) continue;
        const own = boundOf(from + each, column, value);
        if (own < least) {
          least = own;
          best = each;
        }
      }
      const next = bound - held + Math.max(held, least);
      if (next >= second - ROUNDING) break;
      done |= 1 << best;
      bounds[column] = Math.max(held, least);
      visit(from + best, next);
    }
    bounds[column] = held;
  };

  return (row) => {
    for (let each = 0; each < numberColumns; each += 1) {
      numbers[each] = queries.numbers[row * numberColumns + each]!;
      bounds[each] = 0;
    }
    for (let each = 0; each < categoryColumns; each += 1)
      categories[each] = queries.codes[row * categoryColumns + each]!;
    first = Number.POSITIVE_INFINITY;
    second = Number.POSITIVE_INFINITY;
    nearestAt = -1;
    if (table.rows > 0) visit(0, 0);
    return { first, second, at: nearestAt };
  };
}
