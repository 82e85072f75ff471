import type { GowerRows } from './gower-space.ts';

/** A node holds at most this many rows before it is split. */
const LEAF_ROWS = 12;

/**
 * A tree over the rows of a table, for exact nearest neighbours. Nodes are numbered; the children of a node are
 * consecutive. A category splits into one child a code, a number into its missing, its lower and its upper half.
 * Plain typed arrays, so that it can be sent to another thread.
 */
export type NearestIndex = {
  /** The rows, in the order of leaves; `rowOf` gives their numbers in the table. */
  readonly table: GowerRows;
  readonly rowOf: Int32Array;
  /** The column a node is split by: numbers first, then categories; -1 for a leaf. */
  readonly column: Int32Array;
  /** First child and number of children, or first row and end of a leaf. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** Where a node lies in its parent's column: the code, or the range of numbers (both NaN for missing). */
  readonly code: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
};

type Builder = {
  readonly rows: GowerRows;
  readonly order: Int32Array;
  readonly column: number[];
  readonly first: number[];
  readonly end: number[];
  readonly code: number[];
  readonly low: number[];
  readonly high: number[];
};

/** Builds the tree: about rows x columns x depth steps. */
export function nearestIndex(rows: GowerRows): NearestIndex {
  const order = Int32Array.from({ length: rows.rows }, (_, row) => row);
  const builder: Builder = { rows, order, column: [], first: [], end: [], code: [], low: [], high: [] };
  addNode(builder, -1, Number.NaN, Number.NaN);
  split(builder, 0, 0, rows.rows);
  return {
    table: reordered(rows, order),
    rowOf: order,
    column: Int32Array.from(builder.column),
    first: Int32Array.from(builder.first),
    end: Int32Array.from(builder.end),
    code: Int32Array.from(builder.code),
    low: Float64Array.from(builder.low),
    high: Float64Array.from(builder.high),
  };
}

function addNode(builder: Builder, code: number, low: number, high: number): number {
  builder.column.push(-1);
  builder.first.push(0);
  builder.end.push(0);
  builder.code.push(code);
  builder.low.push(low);
  builder.high.push(high);
  return builder.column.length - 1;
}

type Part = { readonly from: number; readonly to: number; readonly child: number };

function split(builder: Builder, node: number, from: number, to: number): void {
  const column = to - from <= LEAF_ROWS ? -1 : splitColumn(builder, from, to);
  builder.column[node] = column;
  if (column < 0) {
    builder.first[node] = from;
    builder.end[node] = to;
    return;
  }
  const parts =
    column < builder.rows.numberColumns
      ? splitNumber(builder, column, from, to)
      : splitCategory(builder, column - builder.rows.numberColumns, from, to);
  builder.first[node] = parts[0]!.child;
  builder.end[node] = parts[parts.length - 1]!.child + 1;
  for (const part of parts) split(builder, part.child, part.from, part.to);
}

/**
 * The column whose split is worth most for pruning. A category is worth most where two rows agree as often as not:
 * one that nearly always differs puts every row at a distance and parts what other columns could have pruned. A
 * number is worth the square of the mean distance of its values from their mean. -1 when all rows are equal.
 */
function splitColumn(builder: Builder, from: number, to: number): number {
  const { numberColumns, categoryColumns } = builder.rows;
  let best = -1;
  let worth = 0;
  for (let column = 0; column < numberColumns + categoryColumns; column += 1) {
    const value =
      column < numberColumns
        ? numberWorth(builder, column, from, to)
        : categoryWorth(builder, column - numberColumns, from, to);
    if (value > worth) {
      worth = value;
      best = column;
    }
  }
  return best;
}

function categoryWorth({ rows, order }: Builder, column: number, from: number, to: number): number {
  const counts = new Map<number, number>();
  for (let at = from; at < to; at += 1) {
    const code = rows.codes[order[at]! * rows.categoryColumns + column]!;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  if (counts.size < 2) return 0;
  let agree = 0;
  for (const count of counts.values()) agree += (count / (to - from)) ** 2;
  return agree * (1 - agree);
}

function numberWorth({ rows, order }: Builder, column: number, from: number, to: number): number {
  let sum = 0;
  let n = 0;
  for (let at = from; at < to; at += 1) {
    const value = rows.numbers[order[at]! * rows.numberColumns + column]!;
    if (Number.isNaN(value)) continue;
    sum += value;
    n += 1;
  }
  const mean = sum / n;
  let deviation = 0;
  let spread = false;
  for (let at = from; at < to && n > 0; at += 1) {
    const value = rows.numbers[order[at]! * rows.numberColumns + column]!;
    if (Number.isNaN(value)) continue;
    deviation += Math.min(1, Math.abs(value - mean) * rows.scales[column]!);
    spread ||= value !== rows.numbers[order[from]! * rows.numberColumns + column]!;
  }
  const missing = (to - from - n) / (to - from);
  if (!spread && (missing === 0 || missing === 1)) return 0;
  return (n === 0 ? 0 : ((2 * deviation) / (to - from)) ** 2) + missing * (1 - missing) + Number.MIN_VALUE;
}

function splitCategory(builder: Builder, column: number, from: number, to: number): Part[] {
  const { rows, order } = builder;
  const codeAt = (row: number) => rows.codes[row * rows.categoryColumns + column]!;
  order.subarray(from, to).sort((a, b) => codeAt(a) - codeAt(b) || a - b);
  const parts: Part[] = [];
  for (let start = from; start < to; ) {
    const code = codeAt(order[start]!);
    let end = start + 1;
    while (end < to && codeAt(order[end]!) === code) end += 1;
    parts.push({ from: start, to: end, child: addNode(builder, code, Number.NaN, Number.NaN) });
    start = end;
  }
  return parts;
}

function splitNumber(builder: Builder, column: number, from: number, to: number): Part[] {
  const { rows, order } = builder;
  const valueAt = (row: number) => rows.numbers[row * rows.numberColumns + column]!;
  // Missing first: NaN is kept apart, so that the others compare.
  const keyAt = (row: number) => (Number.isNaN(valueAt(row)) ? Number.NEGATIVE_INFINITY : valueAt(row));
  order.subarray(from, to).sort((a, b) => {
    const x = keyAt(a);
    const y = keyAt(b);
    return x < y ? -1 : x > y ? 1 : a - b;
  });
  let start = from;
  while (start < to && Number.isNaN(valueAt(order[start]!))) start += 1;
  const parts: Part[] = [];
  if (start > from) parts.push({ from, to: start, child: addNode(builder, -1, Number.NaN, Number.NaN) });
  if (start === to) return parts;
  // The middle, moved to where the value changes: equal values stay together.
  let middle = (start + to) >>> 1;
  while (middle < to && middle > start && valueAt(order[middle]!) === valueAt(order[middle - 1]!))
    middle += 1;
  if (middle === to) {
    middle = (start + to) >>> 1;
    while (middle > start && valueAt(order[middle]!) === valueAt(order[middle - 1]!)) middle -= 1;
  }
  for (const [left, right] of [
    [start, middle],
    [middle, to],
  ] as const)
    if (right > left)
      parts.push({
        from: left,
        to: right,
        child: addNode(builder, -1, valueAt(order[left]!), valueAt(order[right - 1]!)),
      });
  return parts;
}

function reordered(rows: GowerRows, order: Int32Array): GowerRows {
  const numbers = new Float64Array(rows.numbers.length);
  const codes = new Int32Array(rows.codes.length);
  for (let at = 0; at < order.length; at += 1) {
    const row = order[at]!;
    for (let index = 0; index < rows.numberColumns; index += 1)
      numbers[at * rows.numberColumns + index] = rows.numbers[row * rows.numberColumns + index]!;
    for (let index = 0; index < rows.categoryColumns; index += 1)
      codes[at * rows.categoryColumns + index] = rows.codes[row * rows.categoryColumns + index]!;
  }
  return { ...rows, numbers, codes };
}
