import { defined, meanOf, momentsOf, quantiles, type Result } from '@assay/stats';

/** Distances or ratios in a few figures: quantiles of type 7; `fifth` is the 5th percentile. */
export type DistanceSummary = {
  readonly n: number;
  readonly mean: number;
  readonly least: number;
  readonly fifth: number;
  readonly median: number;
  readonly greatest: number;
};

/** Summary of the finite values. Undefined: 'empty'. */
export function distanceSummary(distances: ArrayLike<number>): Result<DistanceSummary> {
  const moments = momentsOf(distances);
  const mean = meanOf(moments);
  if (!mean.ok) return mean;
  const at = quantiles(distances, [0, 0.05, 0.5, 1]);
  if (!at.ok) return at;
  const [least, fifth, median, greatest] = at.value as [number, number, number, number];
  return defined({ n: moments.n, mean: mean.value, least, fifth, median, greatest });
}
