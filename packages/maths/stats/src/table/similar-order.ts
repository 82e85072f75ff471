import type { Table } from './table.ts';

/** Levels of a category that are told apart; rarer ones are alike. */
const MOST_LEVELS = 24;
/** Groups that are not divided further: they are walked from neighbour to neighbour. */
const LEAF = 32;

/**
 * An order of the rows of a table in which neighbours are alike: a permutation of the row indices.
 *
 * Numbers are scaled to a standard deviation of one half and categories are one-hot, so that a number and a yes-or-no
 * column that is evenly divided weigh alike; missing numbers lie at the mean, a missing category is none of the levels.
 * Rows are divided at the median of the feature with the largest variance, again and again; a group of at most 32 is
 * walked from its first row to the nearest that is left, by Euclidean distance. Ties go by row, so that the same table
 * gives the same order. O(f n log n) time for f features, O(f n) memory (float32).
 */
export function similarOrder(table: Table): Int32Array {
  const features = featuresOf(table);
  const order = Int32Array.from({ length: table.rows }, (_, row) => row);
  // Groups that wait; depth does not grow with the rows.
  const open: [from: number, to: number][] = [[0, table.rows]];
  for (let group = open.pop(); group !== undefined; group = open.pop()) {
    const [from, to] = group;
    if (to - from <= LEAF) {
      walk(features, order, from, to);
      continue;
    }
    const feature = widest(features, order, from, to);
    // All of them are equal.
    if (feature === null) continue;
    const rows = order.subarray(from, to);
    rows.sort((a, b) => feature[a]! - feature[b]! || a - b);
    const middle = from + cutOf(feature, rows);
    open.push([middle, to], [from, middle]);
  }
  return order;
}

function featuresOf(table: Table): Float32Array[] {
  const features: Float32Array[] = [];
  for (const column of table.columns) {
    if (column.kind === 'number') {
      const scaled = scaledOf(column.values);
      if (scaled !== null) features.push(scaled);
      continue;
    }
    const counts = new Int32Array(column.levels.length);
    for (const code of column.codes) if (code >= 0) counts[code] = counts[code]! + 1;
    const levels = Int32Array.from(counts.keys()).sort((a, b) => counts[b]! - counts[a]! || a - b);
    for (const level of levels.subarray(0, MOST_LEVELS)) {
      if (counts[level] === 0 || counts[level] === table.rows) continue;
      features.push(Float32Array.from(column.codes, (code) => (code === level ? 1 : 0)));
    }
  }
  return features;
}

function scaledOf(values: Float64Array): Float32Array | null {
  let [n, mean, squares] = [0, 0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    n += 1;
    const step = value - mean;
    mean += step / n;
    squares += step * (value - mean);
  }
  const deviation = n === 0 ? 0 : Math.sqrt(squares / n);
  if (!(deviation > 0)) return null;
  return Float32Array.from(values, (value) => (Number.isNaN(value) ? 0 : (value - mean) / (2 * deviation)));
}

/** The feature that differs most within a group; null where all rows are equal. */
function widest(
  features: readonly Float32Array[],
  order: Int32Array,
  from: number,
  to: number,
): Float32Array | null {
  let most = 0;
  let found: Float32Array | null = null;
  for (const feature of features) {
    let [sum, squares] = [0, 0];
    for (let at = from; at < to; at += 1) {
      const value = feature[order[at]!]!;
      sum += value;
      squares += value * value;
    }
    const n = to - from;
    const variance = squares / n - (sum / n) ** 2;
    if (variance > most + 1e-9) [most, found] = [variance, feature];
  }
  return found;
}

/** Where a sorted group is cut: at its median, moved to where the value changes nearest to it. */
function cutOf(feature: Float32Array, rows: Int32Array): number {
  const middle = rows.length >> 1;
  const changes = (at: number) => at > 0 && at < rows.length && feature[rows[at]!] !== feature[rows[at - 1]!];
  for (let off = 0; off <= middle; off += 1) {
    if (changes(middle - off)) return middle - off;
    if (changes(middle + off)) return middle + off;
  }
  return middle;
}

function walk(features: readonly Float32Array[], order: Int32Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at += 1) {
    const last = order[at - 1]!;
    let [nearest, least] = [at, Number.POSITIVE_INFINITY];
    for (let next = at; next < to; next += 1) {
      let distance = 0;
      for (const feature of features) distance += (feature[last]! - feature[order[next]!]!) ** 2;
      if (distance < least) [nearest, least] = [next, distance];
    }
    [order[at], order[nearest]] = [order[nearest]!, order[at]!];
  }
}
