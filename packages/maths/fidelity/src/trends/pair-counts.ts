import type { CodedColumn } from '../columns/codes.ts';

/** Up to this many cells a pair of columns is counted in a full table, if there are not many more cells than rows. */
const DENSE_CELLS = 2 ** 20;
const CELLS_PER_ROW = 16;
const FEW_CELLS = 2 ** 10;

/** Two columns of one table. Both have as many codes. */
export type CodedPair = { readonly left: CodedColumn; readonly right: CodedColumn };

/**
 * Calls `visit` with the counts of each combination of codes in the first pair and in the second, once for each
 * combination that either has, in order of left and then right code. Both pairs share
 * their coding.
 *
 * Small combinations are counted in one pass over each table; large ones (identifiers, free categories) row by
 * row of the left code, without a table of all cells.
 */
export function visitPairCounts(
  first: CodedPair,
  second: CodedPair,
  visit: (first: number, second: number, left: number, right: number) => void,
): void {
  const leftSize = first.left.size;
  const rightSize = first.right.size;
  const rows = first.left.codes.length + second.left.codes.length;
  if (leftSize * rightSize <= Math.min(DENSE_CELLS, FEW_CELLS + CELLS_PER_ROW * rows)) {
    const a = denseCounts(first, leftSize, rightSize);
    const b = denseCounts(second, leftSize, rightSize);
    let cell = 0;
    for (let left = 0; left < leftSize; left += 1)
      for (let right = 0; right < rightSize; right += 1) {
        if (a[cell]! > 0 || b[cell]! > 0) visit(a[cell]!, b[cell]!, left, right);
        cell += 1;
      }
    return;
  }
  sparseCounts(first, second, leftSize, rightSize, visit);
}

/** From this many rows on a second table pays. */
const MANY_ROWS = 2 ** 13;

/** Counts of `left * rightSize + right`, in one pass. */
function denseCounts(pair: CodedPair, leftSize: number, rightSize: number): Int32Array {
  const counts = new Int32Array(leftSize * rightSize);
  const left = pair.left.codes;
  const right = pair.right.codes;
  const rows = left.length;
  if (rows < MANY_ROWS) {
    for (let row = 0; row < rows; row += 1) counts[left[row]! * rightSize + right[row]!]! += 1;
    return counts;
  }
  // Two tables in turn: rows that fall into one cell do not wait for each other's store.
  const other = new Int32Array(leftSize * rightSize);
  const even = rows - (rows % 2);
  for (let row = 0; row < even; row += 2) {
    counts[left[row]! * rightSize + right[row]!]! += 1;
    other[left[row + 1]! * rightSize + right[row + 1]!]! += 1;
  }
  if (even < rows) counts[left[even]! * rightSize + right[even]!]! += 1;
  for (let cell = 0; cell < counts.length; cell += 1) counts[cell]! += other[cell]!;
  return counts;
}

function sparseCounts(
  first: CodedPair,
  second: CodedPair,
  leftSize: number,
  rightSize: number,
  visit: (first: number, second: number, left: number, right: number) => void,
): void {
  const a = rowsByCode(first.left, leftSize);
  const b = rowsByCode(second.left, leftSize);
  const countA = new Int32Array(rightSize);
  const countB = new Int32Array(rightSize);
  for (let left = 0; left < leftSize; left += 1) {
    const touched: number[] = [];
    tally(a, left, first.right.codes, countA, countB, touched);
    tally(b, left, second.right.codes, countB, countA, touched);
    for (const right of touched.sort((x, y) => x - y)) {
      visit(countA[right]!, countB[right]!, left, right);
      countA[right] = 0;
      countB[right] = 0;
    }
  }
}

type Grouped = { readonly starts: Int32Array; readonly rows: Int32Array };

/** Row numbers ordered by code, and where each code starts. */
function rowsByCode(column: CodedColumn, size: number): Grouped {
  const starts = new Int32Array(size + 1);
  for (let row = 0; row < column.codes.length; row += 1) starts[column.codes[row]! + 1]! += 1;
  for (let code = 0; code < size; code += 1) starts[code + 1]! += starts[code]!;
  const next = starts.slice(0, size);
  const rows = new Int32Array(column.codes.length);
  for (let row = 0; row < column.codes.length; row += 1) {
    const code = column.codes[row]!;
    rows[next[code]!] = row;
    next[code]! += 1;
  }
  return { starts, rows };
}

function tally(
  grouped: Grouped,
  left: number,
  right: ArrayLike<number>,
  counts: Int32Array,
  others: Int32Array,
  touched: number[],
): void {
  for (let at = grouped.starts[left]!; at < grouped.starts[left + 1]!; at += 1) {
    const code = right[grouped.rows[at]!]!;
    if (counts[code] === 0 && others[code] === 0) touched.push(code);
    counts[code]! += 1;
  }
}
