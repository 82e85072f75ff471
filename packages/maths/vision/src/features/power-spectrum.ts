import { defined, type Result, undefinedBecause } from '@assay/stats';
import type { GreyPicture } from '../picture.ts';
import { createFourier, type Fourier } from './fourier.ts';

const BINS = 16;
const LARGEST = 256;
const SMALLEST = 32;
/** Windows along each axis, at most. */
const WINDOWS = 3;

/** What each number of `powerSpectrum` is: frequencies as shares of the finest that pixels can show. */
export const FREQUENCY_NAMES: readonly string[] = Array.from(
  { length: BINS },
  (_, bin) => `frequencies from ${bin}/${BINS} to ${bin + 1}/${BINS}`,
);

/**
 * How the power of a picture's luminance is spread over frequencies, whatever their direction: shares of 16 rings of
 * equal breadth from 0 to half a cycle a pixel (corners beyond are left out), which add up to 1. It is Welch's estimate:
 * the mean over up to 3 x 3 square windows, spread evenly, of a side that is the greatest power of two up to 256 that
 * fits, each less its mean and under a Hann window. Natural scenes fall off steeply; enlarged, denoised and generated
 * pictures leave traces in the upper rings.
 *
 * Source: Welch, "The use of fast Fourier transform for the estimation of power spectra", IEEE Transactions on Audio and
 * Electroacoustics 15 (1967); rings as in van der Schaaf and van Hateren, "Modelling the power spectra of natural
 * images", Vision Research 36 (1996).
 *
 * Undefined: 'too-few' below 32 pixels along an axis, 'constant' where nothing varies.
 */
export function powerSpectrum(picture: GreyPicture): Result<Float64Array> {
  const shorter = Math.min(picture.width, picture.height);
  if (shorter < SMALLEST) return undefinedBecause('too-few');
  const side = Math.min(LARGEST, 2 ** Math.floor(Math.log2(shorter)));
  const fourier = createFourier(side);
  const hann = Float64Array.from(
    { length: side },
    (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / side),
  );
  const rings = new Float64Array(BINS);
  for (const top of startsOf(picture.height, side)) {
    for (const left of startsOf(picture.width, side)) {
      addRings(rings, windowed(picture, left, top, hann), fourier, side);
    }
  }
  const total = rings.reduce((sum, power) => sum + power, 0);
  return total === 0 ? undefinedBecause('constant') : defined(rings.map((power) => power / total));
}

/** First pixels of as many windows as fit side by side, at most three, spread evenly. */
function startsOf(length: number, side: number): number[] {
  const count = Math.min(WINDOWS, Math.floor(length / side));
  const rest = length - side;
  return Array.from({ length: count }, (_, index) =>
    count === 1 ? Math.floor(rest / 2) : Math.round((rest * index) / (count - 1)),
  );
}

function windowed(
  { pixels, width }: GreyPicture,
  left: number,
  top: number,
  hann: Float64Array,
): Float64Array {
  const side = hann.length;
  const values = new Float64Array(side * side);
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) {
    values[at] = pixels[(top + Math.floor(at / side)) * width + left + (at % side)]!;
    sum += values[at]!;
  }
  const mean = sum / values.length;
  return values.map((value, at) => (value - mean) * hann[at % side]! * hann[Math.floor(at / side)]!);
}

/** Adds the power of each frequency to its ring. */
function addRings(rings: Float64Array, values: Float64Array, fourier: Fourier, side: number): void {
  const imaginary = new Float64Array(values.length);
  for (let row = 0; row < side; row += 1) {
    const [start, end] = [row * side, (row + 1) * side];
    fourier.transform(values.subarray(start, end), imaginary.subarray(start, end));
  }
  const real = new Float64Array(side);
  const other = new Float64Array(side);
  for (let column = 0; column < side; column += 1) {
    for (let row = 0; row < side; row += 1) {
      real[row] = values[row * side + column]!;
      other[row] = imaginary[row * side + column]!;
    }
    fourier.transform(real, other);
    const across = Math.min(column, side - column);
    for (let row = 0; row < side; row += 1) {
      const down = Math.min(row, side - row);
      const ring = Math.floor((Math.hypot(across, down) / (side / 2)) * BINS);
      if (ring < BINS) rings[ring]! += real[row]! ** 2 + other[row]! ** 2;
    }
  }
}
