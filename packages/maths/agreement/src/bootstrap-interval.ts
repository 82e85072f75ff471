import { createStream, drawBlock, type Stream } from '@assay/random';
import { defined, quantiles, type Result, undefinedBecause } from '@assay/stats';

export type BootstrapInterval = {
  readonly low: number;
  readonly high: number;
  /** Resamples that were drawn. */
  readonly resamples: number;
  /** Resamples in which the figure was undefined (such as unanimous ones); they are left out. */
  readonly leftOut: number;
};

const RESAMPLES = 1000;
/** Most draws in all: with very many units fewer resamples do, since the interval is narrow. */
const MOST_DRAWS = 20_000_000;
const LEAST_RESAMPLES = 200;

/**
 * The percentile interval of a figure of units: units are drawn anew with replacement, as many as there are, and the
 * figure is computed of each such sample. Whole units are drawn, since the ratings of one unit belong together.
 *
 * @param times how many units there are of each kind: integers from 0
 * @param figure of a sample that has so many of each kind
 * Undefined: 'too-few' with fewer than two units, or when the figure is undefined in more than half of the resamples;
 * 'out-of-range' for the confidence.
 * Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13; units as clusters: Zapf and
 * others, BMC Medical Research Methodology 16 (2016).
 */
export function bootstrapInterval(
  times: Float64Array,
  figure: (times: Float64Array) => Result<number>,
  options: { readonly seed: string; readonly confidence?: number },
): Result<BootstrapInterval> {
  const confidence = options.confidence ?? 0.95;
  if (!(confidence > 0 && confidence < 1)) return undefinedBecause('out-of-range');
  const units = times.reduce((sum, each) => sum + each, 0);
  if (units < 2) return undefinedBecause('too-few');
  const kinds = new Int32Array(units);
  let filled = 0;
  for (const [kind, count] of times.entries()) {
    kinds.fill(kind, filled, filled + count);
    filled += count;
  }
  const resamples = Math.max(LEAST_RESAMPLES, Math.min(RESAMPLES, Math.floor(MOST_DRAWS / units)));
  const stream = createStream(options.seed, 'bootstrap');
  const figures: number[] = [];
  const drawn = new Float64Array(times.length);
  for (let resample = 0; resample < resamples; resample += 1) {
    drawn.fill(0);
    drawUnits(stream, resample, units, (unit) => {
      drawn[kinds[unit]!]! += 1;
    });
    const found = figure(drawn);
    if (found.ok) figures.push(found.value);
  }
  if (figures.length * 2 < resamples) return undefinedBecause('too-few');
  const ends = quantiles(figures, [(1 - confidence) / 2, (1 + confidence) / 2]);
  if (!ends.ok) return ends;
  const [low, high] = ends.value;
  return defined({ low: low!, high: high!, resamples, leftOut: resamples - figures.length });
}

const words = new Uint32Array(4);

/** As many units as there are, with replacement, each equally likely: four draws of each block of the stream. */
function drawUnits(stream: Stream, resample: number, units: number, each: (unit: number) => void): void {
  // Words of the incomplete last span would favour the first units.
  const limit = 2 ** 32 - (2 ** 32 % units);
  for (let block = 0, drawn = 0; drawn < units; block += 1) {
    drawBlock(stream, block, resample, 0, words);
    for (let at = 0; at < 4 && drawn < units; at += 1) {
      if (words[at]! >= limit) continue;
      each(words[at]! % units);
      drawn += 1;
    }
  }
}
