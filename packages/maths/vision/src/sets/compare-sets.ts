import { createStream, drawInteger, type Stream, shuffled } from '@assay/random';
import { defined, quantiles, type Result, undefinedBecause } from '@assay/stats';
import { type Features, hellinger } from './hellinger.ts';

/** A distance with the ends between which 95% of what was drawn lies. */
export type DrawnDistance = { value: number; low: number; high: number };

/** How far a set of made pictures is from a set of real ones, and how far real ones are from one another. */
export type SetComparison = {
  /** Of all pictures: `share` of `energyDistance`, with its bootstrap interval. */
  all: DrawnDistance;
  /** Pictures on each side of the two distances below. */
  size: number;
  /** Of as many made pictures as a half of the real ones has, from such a half. */
  sameSize: DrawnDistance;
  /** Of two halves of the real set from each other: nothing of the same kind can be expected to be closer. */
  floor: DrawnDistance;
};

const MOST_RESAMPLES = 400;
const LEAST_RESAMPLES = 100;
/** Pairs that all resamples together may go over. */
const MOST_PAIRS = 400_000_000;
const SPLITS = 100;

/**
 * Energy distance of made pictures from real ones beside the distance of two halves of the real ones. The distance of
 * small sets is greater for their size alone, so that two halves are compared with as many made pictures and never with
 * all: `sameSize` and `floor` are means over 100 random splits, each of which draws both from the same halves.
 *
 * The interval of `all` is the percentile interval of a bootstrap that draws whole pictures of either set anew. A picture
 * that is drawn twice is at 0 from itself, which would make each set look closer than it is: the mean distance within a
 * set of n is multiplied by n / (n - 1), so that the mean over resamples is that of the set itself.
 *
 * Source: Szekely and Rizzo, Journal of Statistical Planning and Inference 143 (2013); Efron and Tibshirani, An
 * Introduction to the Bootstrap (1993), chapter 13.
 *
 * Undefined: 'too-few' with fewer than four real or two made pictures, 'length-mismatch', 'constant' where all pictures
 * of both sets are equal.
 */
export function compareSets(
  real: readonly Features[],
  made: readonly Features[],
  options: { seed: string; throwIfAborted?: () => void },
): Result<SetComparison> {
  if (real.length < 4 || made.length < 2) return undefinedBecause('too-few');
  const all = [...real, ...made];
  const length = all[0]!.length;
  if (all.some((features) => features.length !== length)) return undefinedBecause('length-mismatch');
  const pairs = pairDistances(all);
  const reals = Int32Array.from(real, (_, at) => at);
  const mades = Int32Array.from(made, (_, at) => real.length + at);
  const value = shareOf(pairs, reals, mades, 1, 1);
  if (value === null) return undefinedBecause('constant');
  const stop = options.throwIfAborted ?? (() => undefined);
  const stream = createStream(options.seed, 'compare-sets');
  const size = Math.min(Math.floor(real.length / 2), made.length);
  const [floors, same] = splitDistances(pairs, reals, mades, size, options.seed, stop);
  return defined({
    all: { value, ...endsOf(bootstrap(pairs, reals, mades, stream, stop)) },
    size,
    sameSize: meanOf(same),
    floor: meanOf(floors),
  });
}

type Pairs = { distances: Float32Array; count: number };

function pairDistances(all: readonly Features[]): Pairs {
  const count = all.length;
  const distances = new Float32Array(count * count);
  for (let left = 0; left < count; left += 1) {
    for (let right = left + 1; right < count; right += 1) {
      const distance = hellinger(all[left]!, all[right]!);
      distances[left * count + right] = distance;
      distances[right * count + left] = distance;
    }
  }
  return { distances, count };
}

function meanBetween({ distances, count }: Pairs, one: Int32Array, other: Int32Array): number {
  let sum = 0;
  for (const left of one) {
    const row = left * count;
    for (const right of other) sum += distances[row + right]!;
  }
  return sum / (one.length * other.length);
}

/** The energy as a share; null where nothing lies between the two. */
function shareOf(
  pairs: Pairs,
  one: Int32Array,
  other: Int32Array,
  oneScale: number,
  otherScale: number,
): number | null {
  const between = 2 * meanBetween(pairs, one, other);
  if (between === 0) return null;
  const within = oneScale * meanBetween(pairs, one, one) + otherScale * meanBetween(pairs, other, other);
  return Math.max(0, between - within) / between;
}

function bootstrap(
  pairs: Pairs,
  reals: Int32Array,
  mades: Int32Array,
  stream: Stream,
  stop: () => void,
): number[] {
  const resamples = Math.max(
    LEAST_RESAMPLES,
    Math.min(MOST_RESAMPLES, Math.floor(MOST_PAIRS / pairs.count ** 2)),
  );
  const scale = (set: Int32Array) => set.length / (set.length - 1);
  const found: number[] = [];
  for (let resample = 0; resample < resamples; resample += 1) {
    stop();
    let at = 0;
    const drawn = (set: Int32Array) =>
      set.map(() => {
        at += 1;
        return set[drawInteger(stream, resample, set.length, at)]!;
      });
    const share = shareOf(pairs, drawn(reals), drawn(mades), scale(reals), scale(mades));
    if (share !== null) found.push(share);
  }
  return found;
}

/** Distances of two halves of the real set, and of as many made pictures from the first of them, split by split. */
function splitDistances(
  pairs: Pairs,
  reals: Int32Array,
  mades: Int32Array,
  size: number,
  seed: string,
  stop: () => void,
): [floors: number[], same: number[]] {
  const [floors, same]: [number[], number[]] = [[], []];
  for (let split = 0; split < SPLITS; split += 1) {
    stop();
    const of = (set: Int32Array, name: string) =>
      Int32Array.from(shuffled(createStream(seed, `compare-sets ${name} ${split}`), [...set]));
    const mixed = of(reals, 'reals');
    const [first, second] = [mixed.subarray(0, size), mixed.subarray(size, 2 * size)];
    floors.push(shareOf(pairs, first, second, 1, 1) ?? 0);
    same.push(shareOf(pairs, first, of(mades, 'mades').subarray(0, size), 1, 1) ?? 0);
  }
  return [floors, same];
}

function endsOf(values: readonly number[]): { low: number; high: number } {
  const ends = quantiles(values, [0.025, 0.975]);
  const [low, high] = ends.ok ? ends.value : [];
  return { low: low ?? Number.NaN, high: high ?? Number.NaN };
}

const meanOf = (values: readonly number[]): DrawnDistance => ({
  value: values.reduce((sum, value) => sum + value, 0) / values.length,
  ...endsOf(values),
});
