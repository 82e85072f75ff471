import { createStream, drawInteger } from '@assay/random';
import { defined } from '@assay/stats';
import type { Both, PreparedCategory, PreparedNumber, PreparedTables } from '../columns/prepare.ts';
import type { Control } from '../control.ts';
import { floorFromRoots, sumOfRoots } from '../floors/variation-floor.ts';
import { meanScore, noScore, type Score, scoreOf } from '../score.ts';

/** Up to this many triples all are compared; above it, so many drawn without repeats. */
const MAX_TRIPLES = 1000;

/** Three columns compared. */
export type TripleTrend = Score & { readonly columns: readonly [string, string, string] };

/** Three-way trends. `of` is how many triples there are, `triples` those that were compared. */
export type ThreeWay = Score & { readonly triples: readonly TripleTrend[]; readonly of: number };

type Triple = readonly [number, number, number];
type Matched = PreparedNumber | PreparedCategory;

/**
 * 1 minus the total variation distance of the joint shares of three columns, over triples: numbers in ten quantile
 * bins of the real table, categories as its ten most frequent and the rest, missing as a code of its own. Where
 * there are more than 1,000 triples, 1,000 are drawn by the seed. Undefined: 'empty', 'too-few' columns.
 */
export function threeWay(
  tables: PreparedTables,
  skip: ReadonlySet<string>,
  seed: string | number,
  control?: Control,
): ThreeWay {
  const columns = tables.columns.filter(
    (column): column is Matched => column.kind !== 'unmatched' && !skip.has(column.name),
  );
  const k = columns.length;
  const of = (k * (k - 1) * (k - 2)) / 6;
  if (of < 1) return { ...noScore('too-few'), triples: [], of: 0 };
  const { real: n, synthetic: m } = tables.rows;
  if (n === 0 || m === 0) return { ...noScore('empty'), triples: [], of };
  const chosen = of <= MAX_TRIPLES ? allTriples(k) : drawnTriples(k, seed);
  const pairCodes: Both<Uint8Array> = { real: new Uint8Array(n), synthetic: new Uint8Array(m) };
  let held = '';
  const triples = chosen.map((triple, done): TripleTrend => {
    control?.throwIfAborted();
    const [a, b, c] = triple.map((index) => columns[index]!) as [Matched, Matched, Matched];
    const rest = c.tenths.real.size;
    if (held !== `${triple[0]},${triple[1]}`) {
      combine(a.tenths.real.codes, b.tenths.real.codes, b.tenths.real.size, pairCodes.real);
      combine(a.tenths.synthetic.codes, b.tenths.synthetic.codes, b.tenths.real.size, pairCodes.synthetic);
      held = `${triple[0]},${triple[1]}`;
    }
    const cells = a.tenths.real.size * b.tenths.real.size * rest;
    const real = counted(pairCodes.real, c.tenths.real.codes, rest, cells);
    const synthetic = counted(pairCodes.synthetic, c.tenths.synthetic.codes, rest, cells);
    let difference = 0;
    for (let cell = 0; cell < cells; cell += 1)
      difference += Math.abs(real[cell]! / n - synthetic[cell]! / m);
    control?.progress(done + 1, chosen.length);
    return {
      columns: [a.name, b.name, c.name],
      ...scoreOf(defined(1 - difference / 2), defined(floorFromRoots(sumOfRoots(real, n), n, m))),
    };
  });
  return { ...meanScore(triples), triples, of };
}

/** At most 12 codes a column, so that a pair of them fits a byte. */
function combine(left: ArrayLike<number>, right: ArrayLike<number>, size: number, out: Uint8Array): void {
  for (let row = 0; row < out.length; row += 1) out[row] = left[row]! * size + right[row]!;
}

function counted(pair: Uint8Array, third: ArrayLike<number>, size: number, cells: number): Int32Array {
  const counts = new Int32Array(cells);
  const other = new Int32Array(cells);
  const even = pair.length - (pair.length % 2);
  for (let row = 0; row < even; row += 2) {
    counts[pair[row]! * size + third[row]!]! += 1;
    other[pair[row + 1]! * size + third[row + 1]!]! += 1;
  }
  if (even < pair.length) counts[pair[even]! * size + third[even]!]! += 1;
  for (let cell = 0; cell < cells; cell += 1) counts[cell]! += other[cell]!;
  return counts;
}

function allTriples(k: number): Triple[] {
  const triples: Triple[] = [];
  for (let a = 0; a < k; a += 1)
    for (let b = a + 1; b < k; b += 1) for (let c = b + 1; c < k; c += 1) triples.push([a, b, c]);
  return triples;
}

/** Distinct triples, each equally likely, in ascending order. */
function drawnTriples(k: number, seed: string | number): Triple[] {
  const stream = createStream(seed, 'three-way');
  const drawn = new Map<string, Triple>();
  for (let draw = 0; drawn.size < MAX_TRIPLES; draw += 1) {
    const [a, b, c] = [0, 1, 2]
      .map((place) => drawInteger(stream, 3 * draw + place, k))
      .sort((x, y) => x - y) as [number, number, number];
    if (a !== b && b !== c) drawn.set(`${a},${b},${c}`, [a, b, c]);
  }
  return [...drawn.values()].sort((x, y) => x[0] - y[0] || x[1] - y[1] || x[2] - y[2]);
}
