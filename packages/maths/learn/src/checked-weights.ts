import { defined, type Numbers, type Result, undefinedBecause } from '@assay/stats';

/** Row weights as floats, undefined when there are none. Undefined: 'length-mismatch', 'out-of-range'. */
export function checkedWeights(weights: Numbers | undefined, rows: number): Result<Float64Array | undefined> {
  if (weights === undefined) return defined(undefined);
  if (weights.length !== rows) return undefinedBecause('length-mismatch');
  const copy = Float64Array.from(weights);
  for (const weight of copy)
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) return undefinedBecause('out-of-range');
  return defined(copy);
}
