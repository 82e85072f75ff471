import { defined, mapResult, type Result, undefinedBecause } from '@assay/stats';
import type { OrderedCounts } from '../columns/ordered-counts.ts';
import { orderedQuantiles } from '../columns/ordered-quantiles.ts';
import type { PreparedColumn, PreparedNumber } from '../columns/prepare.ts';

export type Statistic = 'mean' | 'median' | 'std';

/** One statistic of a column in both tables, and `1 - |difference| / real range`, at least 0. */
export type StatisticSimilarity = {
  readonly column: string;
  readonly statistic: Statistic;
  readonly score: Result<number>;
  readonly real: Result<number>;
  readonly synthetic: Result<number>;
};

/**
 * Mean, median (type 7) and standard deviation (n - 1) of a number column, of the values that are there, in
 * milliseconds for instants; none of another column. Undefined: 'empty', 'constant' (the real column), 'too-few'.
 */
export function statisticSimilarities(column: PreparedColumn): readonly StatisticSimilarity[] {
  if (column.kind !== 'number') return [];
  return (['mean', 'median', 'std'] as const).map((statistic) => similarityOf(column, statistic));
}

function similarityOf(column: PreparedNumber, statistic: Statistic): StatisticSimilarity {
  const { real: values } = column.ordered;
  const real = statisticOf(column, 'real', statistic);
  const synthetic = statisticOf(column, 'synthetic', statistic);
  const range = values.n === 0 ? 0 : values.values[values.values.length - 1]! - values.values[0]!;
  return { column: column.name, statistic, score: scoreFrom(real, synthetic, range), real, synthetic };
}

function scoreFrom(real: Result<number>, synthetic: Result<number>, range: number): Result<number> {
  if (!real.ok) return real;
  if (!synthetic.ok) return synthetic;
  if (range === 0) return undefinedBecause('constant');
  return defined(Math.max(1 - Math.abs(real.value - synthetic.value) / range, 0));
}

function statisticOf(
  column: PreparedNumber,
  side: 'real' | 'synthetic',
  statistic: Statistic,
): Result<number> {
  const ordered = column.ordered[side];
  if (ordered.n === 0) return undefinedBecause('empty');
  const { mean } = column.centered[side];
  if (statistic === 'mean') return defined(mean);
  if (statistic === 'median') return mapResult(orderedQuantiles(ordered, [0.5]), ([median]) => median!);
  return deviation(ordered, mean);
}

function deviation(ordered: OrderedCounts, mean: number): Result<number> {
  if (ordered.n < 2) return undefinedBecause('too-few');
  let sum = 0;
  for (let at = 0; at < ordered.values.length; at += 1)
    sum += ordered.counts[at]! * (ordered.values[at]! - mean) ** 2;
  return defined(Math.sqrt(sum / (ordered.n - 1)));
}
