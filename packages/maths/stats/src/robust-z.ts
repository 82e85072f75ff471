import { type Numbers, sortedFinite } from './numbers.ts';
import { quantileSorted } from './quantile.ts';
import { defined, type Result, undefinedBecause } from './result.ts';

/** 1 / the 0.75 quantile of the standard normal: makes the MAD estimate its standard deviation. */
const NORMAL_CONSISTENCY = 1.482602218505602;

export type RobustScale = { readonly median: number; readonly mad: number; readonly scale: number };

/**
 * The median, the median absolute deviation from it, and the scale 1.4826 MAD, of the finite values.
 * Undefined: 'empty'; 'constant' when at least half of the values are equal, so that the MAD is 0.
 */
export function robustScale(values: Numbers): Result<RobustScale> {
  const sorted = sortedFinite(values);
  const median = quantileSorted(sorted, 0.5);
  if (!median.ok) return median;
  const deviations = sorted.map((value) => Math.abs(value - median.value)).sort();
  const mad = quantileSorted(deviations, 0.5);
  if (!mad.ok) return mad;
  if (mad.value === 0) return undefinedBecause('constant');
  return defined({ median: median.value, mad: mad.value, scale: NORMAL_CONSISTENCY * mad.value });
}

/** How many robust scales a value lies from the median: beyond 3.5 it is customarily an outlier. */
export function robustZ(value: number, scale: RobustScale): number {
  return (value - scale.median) / scale.scale;
}
