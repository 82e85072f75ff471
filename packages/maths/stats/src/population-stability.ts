import { pairTotals } from './counts.ts';
import { finiteValues, type Numbers, sortedFinite } from './numbers.ts';
import { countsByEdges, quantileEdges } from './quantile-edges.ts';
import { defined, type Result } from './result.ts';

/** A share below this counts as this, so that an empty bin does not make the index infinite. */
export const PSI_EPSILON = 1e-4;

/**
 * Population stability index of two aligned lists of counts: sum of (q - p) ln(q / p) over shares p of the
 * reference and q of the current values. A share under `PSI_EPSILON` (0.0001) is raised to it, others stay as
 * they are. Undefined: 'length-mismatch', 'out-of-range', 'empty'.
 */
export function populationStability(reference: Numbers, current: Numbers): Result<number> {
  const totals = pairTotals(reference, current);
  if (!totals.ok) return totals;
  const [totalReference, totalCurrent] = totals.value;
  let sum = 0;
  for (let index = 0; index < reference.length; index += 1) {
    const p = Math.max(PSI_EPSILON, reference[index]! / totalReference);
    const q = Math.max(PSI_EPSILON, current[index]! / totalCurrent);
    sum += (q - p) * Math.log(q / p);
  }
  return defined(sum);
}

/** The index of numbers, on open bins of equal counts in the reference (10 by default). */
export function populationStabilityOfNumbers(
  reference: Numbers,
  current: Numbers,
  bins = 10,
): Result<number> {
  const sorted = sortedFinite(reference);
  const edges = quantileEdges(sorted, bins);
  if (!edges.ok) return edges;
  return populationStability(
    countsByEdges(sorted, edges.value),
    countsByEdges(finiteValues(current), edges.value),
  );
}

/** The customary reading: below 0.1 stable, below 0.25 shifting, from there on shifted. */
export function stabilityBand(index: number): 'stable' | 'shifting' | 'shifted' {
  if (index < 0.1) return 'stable';
  return index < 0.25 ? 'shifting' : 'shifted';
}
