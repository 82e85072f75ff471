import { createStream, drawInteger } from '@assay/random';
import { defined } from '@assay/stats';
import type { CodedNumber, CodedTables, PreparedCategory } from '../columns/prepare.ts';
import type { Control } from '../control.ts';
import { floorFromRoots, sumOfRoots } from '../floors/variation-floor.ts';
import { meanScore, noScore, type Score, scoreOf } from '../score.ts';
import { coverTriples, keyOf, type Triple, type TripleGroup } from './cover-triples.ts';
import { createGroupCounter, marginOf } from './group-counts.ts';

/** Up to this many triples all are compared; above it, so many drawn without repeats. */
const MAX_TRIPLES = 1000;

/** Three columns compared. */
export type TripleTrend = Score & { readonly columns: readonly [string, string, string] };

/** Three-way trends. `of` is how many triples there are, `triples` those that were compared. */
export type ThreeWay = Score & { readonly triples: readonly TripleTrend[]; readonly of: number };

type Matched = CodedNumber | PreparedCategory;

/**
 * 1 minus the total variation distance of the joint shares of three columns, over triples: numbers in ten quantile
 * bins of the real table, categories as its ten most frequent and the rest, missing as a code of its own. Where
 * there are more than 1,000 triples, 1,000 are drawn by the seed. Undefined: 'empty', 'too-few' columns.
 */
export function threeWay(
  tables: CodedTables,
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
  const found = new Map<string, TripleTrend>();
  const compare = comparer(columns, n, m);
  for (const group of coverTriples(chosen, k)) {
    control?.throwIfAborted();
    for (const [key, trend] of compare(group)) found.set(key, trend);
    control?.progress(found.size, chosen.length);
  }
  const triples = chosen.map((triple) => found.get(keyOf(triple))!);
  return { ...meanScore(triples), triples, of };
}

/** Counts a group in both tables once and reads its triples off. */
function comparer(
  columns: readonly Matched[],
  n: number,
  m: number,
): (group: TripleGroup) => [string, TripleTrend][] {
  const countReal = createGroupCounter(columns.map(({ tenths }) => tenths.real));
  const countSynthetic = createGroupCounter(columns.map(({ tenths }) => tenths.synthetic));
  return (group) => {
    const sizes = group.columns.map((index) => columns[index]!.tenths.real.size);
    const real = countReal(group.columns);
    const synthetic = countSynthetic(group.columns);
    return group.triples.map((triple): [string, TripleTrend] => {
      const left = group.columns.findIndex((index) => !triple.includes(index));
      const p = marginOf(real, sizes, left);
      const q = marginOf(synthetic, sizes, left);
      let difference = 0;
      for (let cell = 0; cell < p.length; cell += 1) difference += Math.abs(p[cell]! / n - q[cell]! / m);
      const floor = floorFromRoots(sumOfRoots(p, n), n, m);
      const names = triple.map((index) => columns[index]!.name) as [string, string, string];
      return [keyOf(triple), { columns: names, ...scoreOf(defined(1 - difference / 2), defined(floor)) }];
    });
  };
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
    if (a !== b && b !== c) drawn.set(keyOf([a, b, c]), [a, b, c]);
  }
  return [...drawn.values()].sort((x, y) => x[0] - y[0] || x[1] - y[1] || x[2] - y[2]);
}
