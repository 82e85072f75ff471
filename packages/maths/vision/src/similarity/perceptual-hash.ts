import { defined, type Result, undefinedBecause } from '@assay/stats';
import type { GreyPicture } from '../picture.ts';
import { areaAverage } from './area-average.ts';

const SIDE = 32;
/** Frequencies along each axis; the constant one is left out. */
const FREQUENCIES = 8;
/** Below it a coefficient of levels is the rounding of the sums: nothing is there. */
const NOTHING = 1e-6;

/** cos((2x + 1) u pi / 64) for u = 1..8, x = 0..31: the type-II cosine transform of 32 values. */
const COSINES = Float64Array.from({ length: FREQUENCIES * SIDE }, (_, index) => {
  const frequency = Math.floor(index / SIDE) + 1;
  return Math.cos(((2 * (index % SIDE) + 1) * frequency * Math.PI) / (2 * SIDE));
});

/**
 * Perceptual hash of 64 bits as 16 hexadecimal digits. The luminance is averaged by area to 32 x 32, whatever the
 * picture's shape; of its two-dimensional cosine transform (type II) the 64 coefficients of the frequencies 1 to 8 along
 * both axes are taken; a bit is 1 where the coefficient exceeds their median (the mean of the 32nd and 33rd). Bits go by
 * vertical frequency, then by horizontal, the first being the highest. Nearly equal pictures differ in few bits, also
 * after scaling, light compression and small changes of brightness; mirrored or turned ones do not match.
 *
 * Source: Zauner, "Implementation and benchmarking of perceptual image hash functions", 2010, section 3.2.1 (without its
 * mean filter, in whose place stands the averaging).
 *
 * Undefined: 'empty'.
 */
export function perceptualHash(picture: GreyPicture): Result<string> {
  if (picture.width === 0 || picture.height === 0) return undefinedBecause('empty');
  const coefficients = lowFrequencies(areaAverage(picture, SIDE, SIDE));
  const ordered = coefficients.toSorted();
  const median = (ordered[31]! + ordered[32]!) / 2;
  let digits = '';
  for (let first = 0; first < coefficients.length; first += 4) {
    let digit = 0;
    for (let bit = 0; bit < 4; bit += 1) {
      digit = 2 * digit + (coefficients[first + bit]! - median > NOTHING ? 1 : 0);
    }
    digits += digit.toString(16);
  }
  return defined(digits);
}

function lowFrequencies(small: Float64Array): Float64Array {
  const across = new Float64Array(SIDE * FREQUENCIES);
  for (let row = 0; row < SIDE; row += 1) {
    for (let u = 0; u < FREQUENCIES; u += 1) {
      let sum = 0;
      for (let x = 0; x < SIDE; x += 1) sum += small[row * SIDE + x]! * COSINES[u * SIDE + x]!;
      across[row * FREQUENCIES + u] = sum;
    }
  }
  return Float64Array.from({ length: FREQUENCIES ** 2 }, (_, index) => {
    const v = Math.floor(index / FREQUENCIES);
    let sum = 0;
    for (let y = 0; y < SIDE; y += 1) {
      sum += across[y * FREQUENCIES + (index % FREQUENCIES)]! * COSINES[v * SIDE + y]!;
    }
    return sum;
  });
}
