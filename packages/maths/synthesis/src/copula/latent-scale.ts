import { normalQuantile } from '@assay/stats';

/**
 * A column seen as a standard normal that was cut: ordered parts with their shares. `score` is the mean of the normal
 * within each part, so that scores keep as much of it as the parts do.
 */
export type LatentScale = {
  /** Upper cut of each part but the last, in standard deviations. */
  readonly cuts: Float64Array;
  readonly score: Float64Array;
  /** Hermite coefficients of the score as a function of the normal, from degree 1. */
  readonly hermite: Float64Array;
};

/** Terms of the series: what is left out matters only for correlations close to 1. */
const DEGREES = 30;

/** The scale of parts with these counts, in order; there must be some row. */
export function latentScale(counts: ArrayLike<number>): LatentScale {
  let rows = 0;
  for (let part = 0; part < counts.length; part += 1) rows += counts[part]!;
  const cuts = new Float64Array(Math.max(0, counts.length - 1));
  let below = 0;
  for (let part = 0; part < cuts.length; part += 1) {
    below += counts[part]!;
    cuts[part] = cutAt(below / rows);
  }
  const score = new Float64Array(counts.length);
  const hermite = new Float64Array(DEGREES);
  for (let part = 0; part < score.length; part += 1) {
    const [low, high] = [cuts[part - 1] ?? Number.NEGATIVE_INFINITY, cuts[part] ?? Number.POSITIVE_INFINITY];
    if (counts[part]! > 0) score[part] = ((density(low) - density(high)) * rows) / counts[part]!;
    addPart(hermite, score[part]!, low, high);
  }
  return { cuts, score, hermite };
}

function cutAt(share: number): number {
  if (share <= 0) return Number.NEGATIVE_INFINITY;
  if (share >= 1) return Number.POSITIVE_INFINITY;
  return normalQuantile(share);
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** The integral of He_n times the density over a part is He_(n-1) times the density at its low end, less at its high. */
function addPart(hermite: Float64Array, score: number, low: number, high: number): void {
  for (const [end, sign] of [[low, 1] as const, [high, -1] as const]) {
    if (!Number.isFinite(end)) continue;
    // Normalised polynomials: h_n = He_n / sqrt(n!), so that high degrees do not overflow.
    let before = 0;
    let here = 1;
    const weight = sign * score * density(end);
    for (let degree = 1; degree <= hermite.length; degree += 1) {
      hermite[degree - 1]! += (weight * here) / Math.sqrt(degree);
      const next = (end * here - Math.sqrt(degree - 1) * before) / Math.sqrt(degree);
      before = here;
      here = next;
    }
  }
}

/**
 * The correlation of two normals whose cut scores have this covariance: solves sum_n r^n a_n b_n = covariance
 * (Mehler's formula), which corrects the weakening that cutting brings; a two by two table gives its tetrachoric
 * correlation.
 *
 * Source: Mehler 1866; Pearson 1900 for two by two tables.
 */
export function latentCorrelation(a: LatentScale, b: LatentScale, covariance: number): number {
  const at = (r: number): number => {
    let sum = 0;
    let power = 1;
    for (let degree = 0; degree < a.hermite.length; degree += 1) {
      power *= r;
      sum += power * a.hermite[degree]! * b.hermite[degree]!;
    }
    return sum;
  };
  let low = -0.999;
  let high = 0.999;
  if (covariance <= at(low)) return low;
  if (covariance >= at(high)) return high;
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (at(middle) < covariance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
