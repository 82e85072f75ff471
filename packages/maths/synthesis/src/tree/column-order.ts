import type { Bins } from './bins.ts';

/** Bins are halved until there are at most so many: enough to tell how much two columns have to do with each other. */
const COARSE = 24;

type Binned = { readonly bins: Bins; readonly codes: Uint8Array };

/** Work allowed for all pairs together: wide tables are looked at in fewer rows, evenly spaced. */
const MOST_WORK = 1e9;
const LEAST_ROWS = 500;

/** The order in which columns are drawn, and how much any two depend on each other. */
export type ColumnOrder = {
  readonly order: readonly number[];
  readonly dependence: readonly Float64Array[];
};

/**
 * The order in which columns are drawn: `first`, then each time the column that depends most on those that stand
 * already. Dependence is mutual information in units of the smaller entropy, less what chance gives.
 *
 * @param first column that comes first; the one with the largest sum of dependences if -1
 */
export function columnOrder(columns: readonly Binned[], first: number): ColumnOrder {
  const rows = columns[0]?.codes.length ?? 0;
  const pairs = Math.max(1, (columns.length * (columns.length - 1)) / 2);
  const step = Math.max(1, Math.floor(rows / Math.max(LEAST_ROWS, MOST_WORK / pairs)));
  const coarse = columns.map((column) => coarsened(column, step));
  const dependence = columns.map(() => new Float64Array(columns.length));
  for (let a = 0; a < columns.length; a += 1)
    for (let b = 0; b < a; b += 1) {
      const value = dependenceOf(coarse[a]!, coarse[b]!);
      dependence[a]![b] = value;
      dependence[b]![a] = value;
    }
  const strength = Float64Array.from(dependence, (line) => line.reduce((sum, value) => sum + value, 0));
  if (first >= 0) strength[first] = Number.POSITIVE_INFINITY;
  const rest = new Set(columns.keys());
  const order: number[] = [];
  while (rest.size > 0) {
    let best = -1;
    for (const column of rest) if (best < 0 || strength[column]! > strength[best]!) best = column;
    rest.delete(best);
    if (order.length === 0) strength.fill(0);
    order.push(best);
    for (const column of rest) strength[column]! += dependence[column]![best]!;
  }
  return { order, dependence };
}

type Coarse = { readonly codes: Uint8Array; readonly count: number; readonly entropy: number };

function coarsened({ bins, codes: all }: Binned, every: number): Coarse {
  const codes =
    every === 1
      ? all
      : Uint8Array.from({ length: Math.ceil(all.length / every) }, (_, at) => all[at * every]!);
  const step = Math.ceil(bins.count / COARSE);
  const to = Uint8Array.from(codes, (bin) => (bin === bins.missing ? 0 : 1 + Math.floor(bin / step)));
  const count = 2 + Math.floor(bins.count / step);
  const counts = new Float64Array(count);
  for (const code of to) counts[code]! += 1;
  return { codes: to, count, entropy: entropyOf(counts, to.length) };
}

function dependenceOf(a: Coarse, b: Coarse): number {
  const rows = a.codes.length;
  const least = Math.min(a.entropy, b.entropy);
  if (rows === 0 || least <= 0) return 0;
  const counts = new Float64Array(a.count * b.count);
  for (let row = 0; row < rows; row += 1) counts[a.codes[row]! * b.count + b.codes[row]!]! += 1;
  const information = a.entropy + b.entropy - entropyOf(counts, rows);
  const chance = ((a.count - 1) * (b.count - 1)) / (2 * rows);
  return Math.max(0, information - chance) / least;
}

function entropyOf(counts: Float64Array, rows: number): number {
  let sum = 0;
  for (const count of counts) if (count > 0) sum -= (count / rows) * Math.log(count / rows);
  return sum;
}
