import type { Result } from '@assay/stats';
import { undefinedBecause } from '@assay/stats';
import type { CodedPairColumn, CodedTables } from '../columns/prepare.ts';
import type { Control } from '../control.ts';
import { noScore, runningMean, type Score, scoreOf } from '../score.ts';
import { contingencySimilarity } from './contingency-similarity.ts';
import { correlationSimilarity } from './correlation-similarity.ts';

/** At or below these a pair counts as weak, and SDMetrics drops it by default since 0.27. */
const WEAK_CORRELATION = 0.5;
const WEAK_ASSOCIATION = 0.3;

/**
 * How alike a pair of columns is in both tables. `real` and `synthetic` are the correlations of two numbers, else
 * Cramer's V of the codes that were compared. A pair is strong when the real one is above 0.5 or 0.3.
 */
export type PairTrend = Score & {
  readonly left: string;
  readonly right: string;
  readonly measure: 'correlation-similarity' | 'contingency-similarity' | null;
  readonly real: Result<number>;
  readonly synthetic: Result<number>;
  readonly strong: boolean;
  /** The place of the pair among all. */
  readonly at: number;
};

type Trend = Omit<PairTrend, 'at'>;

/** Up to this many pairs, those of 200 columns, all are listed; beyond it, so many of those that differ most. */
const LISTED_PAIRS = 19_900;

/**
 * Trends of all pairs, and the summary of those that are strong in the real table. `of` is how many pairs were
 * compared and `undefined` how many of them have no score; `pairs` lists all of them, or the lowest scores (and
 * what is undefined first) where there are more than 19,900. `scores` and `floors` are those of all pairs, NaN where
 * undefined, in the order of columns: the first with each later one, then the second.
 */
export type Trends = Score & {
  readonly pairs: readonly PairTrend[];
  readonly scores: Float64Array;
  readonly floors: Float64Array;
  readonly of: number;
  readonly undefined: number;
  readonly strong: Score & { readonly pairs: number };
};

/** Every pair of columns but identifiers, in the order of columns. */
export function pairTrends(tables: CodedTables, skip: ReadonlySet<string>, control?: Control): Trends {
  const columns = tables.columns.filter(({ name }) => !skip.has(name));
  const of = (columns.length * (columns.length - 1)) / 2;
  const all = runningMean();
  const strong = runningMean();
  let listed: PairTrend[] = [];
  const scores = new Float64Array(of);
  const floors = new Float64Array(of);
  let done = 0;
  for (const [index, left] of columns.entries()) {
    control?.throwIfAborted();
    for (let other = index + 1; other < columns.length; other += 1) {
      const pair = { ...trendOf(left, columns[other]!), at: done };
      scores[done] = pair.score.ok ? pair.score.value : Number.NaN;
      floors[done] = pair.floor.ok ? pair.floor.value : Number.NaN;
      all.add(pair);
      if (pair.strong) strong.add(pair);
      listed.push(pair);
      if (listed.length > 2 * LISTED_PAIRS) listed = lowest(listed);
      done += 1;
    }
    control?.progress(done, of);
  }
  return {
    ...all.score(),
    pairs: of > LISTED_PAIRS ? lowest(listed) : listed,
    scores,
    floors,
    of,
    undefined: of - all.n,
    strong: { ...strong.score(), pairs: strong.n },
  };
}

/** The sort is stable, so that equal scores stay in the order of columns. */
function lowest(pairs: readonly PairTrend[]): PairTrend[] {
  const keyOf = ({ score }: PairTrend) => (score.ok ? score.value : -1);
  return [...pairs].sort((a, b) => keyOf(a) - keyOf(b)).slice(0, LISTED_PAIRS);
}

function trendOf(left: CodedPairColumn, right: CodedPairColumn): Trend {
  const names = { left: left.name, right: right.name };
  if (left.kind === 'unmatched') return unmatched(names, left.reason);
  if (right.kind === 'unmatched') return unmatched(names, right.reason);
  if (left.kind === 'number' && right.kind === 'number') {
    const { score, floor, real, synthetic } = correlationSimilarity(
      { left: left.centered.real, right: right.centered.real },
      { left: left.centered.synthetic, right: right.centered.synthetic },
    );
    const strong = real.ok && Math.abs(real.value) > WEAK_CORRELATION;
    return { ...names, measure: 'correlation-similarity', ...scoreOf(score, floor), real, synthetic, strong };
  }
  const compared = contingencySimilarity(
    { left: left.bins.real, right: right.bins.real },
    { left: left.bins.synthetic, right: right.bins.synthetic },
  );
  return {
    ...names,
    measure: 'contingency-similarity',
    ...scoreOf(compared.score, compared.floor),
    real: compared.realAssociation,
    synthetic: compared.syntheticAssociation,
    strong: compared.realAssociation.ok && compared.realAssociation.value > WEAK_ASSOCIATION,
  };
}

function unmatched(
  names: { left: string; right: string },
  reason: Parameters<typeof undefinedBecause>[0],
): Trend {
  const none = undefinedBecause(reason);
  return { ...names, measure: null, ...noScore(reason), real: none, synthetic: none, strong: false };
}
