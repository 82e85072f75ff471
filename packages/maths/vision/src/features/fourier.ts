/** Cosines and sines of a transform of `size` values. */
type Twiddles = { cosines: Float64Array; sines: Float64Array };

/** A fast Fourier transform of a fixed length. */
export type Fourier = {
  /** Replaces the complex values by their transform: sum of x[n] exp(-2 pi i k n / size), unscaled. */
  transform(real: Float64Array, imaginary: Float64Array): void;
};

/**
 * Radix-2 transform in place, by Cooley and Tukey, "An algorithm for the machine calculation of complex Fourier
 * series", Mathematics of Computation 19 (1965).
 *
 * @throws RangeError when the size is no power of two
 */
export function createFourier(size: number): Fourier {
  if (!Number.isInteger(Math.log2(size))) throw new RangeError(`A size is a power of two: ${size}`);
  const half = size / 2;
  const twiddles: Twiddles = {
    cosines: Float64Array.from({ length: half }, (_, at) => Math.cos((2 * Math.PI * at) / size)),
    sines: Float64Array.from({ length: half }, (_, at) => Math.sin((2 * Math.PI * at) / size)),
  };
  const reversed = bitReversal(size);
  return {
    transform: (real, imaginary) => {
      for (let at = 0; at < size; at += 1) {
        const other = reversed[at]!;
        if (other <= at) continue;
        [real[at], real[other]] = [real[other]!, real[at]!];
        [imaginary[at], imaginary[other]] = [imaginary[other]!, imaginary[at]!];
      }
      for (let span = 1; span < size; span *= 2) butterflies(real, imaginary, span, twiddles);
    },
  };
}

function bitReversal(size: number): Uint32Array {
  const reversed = new Uint32Array(size);
  for (let at = 1; at < size; at += 1)
    reversed[at] = (reversed[at >> 1]! >> 1) | (at % 2 === 1 ? size >> 1 : 0);
  return reversed;
}

function butterflies(real: Float64Array, imaginary: Float64Array, span: number, twiddles: Twiddles): void {
  const size = real.length;
  const stride = size / (2 * span);
  for (let block = 0; block < size; block += 2 * span) {
    for (let offset = 0; offset < span; offset += 1) {
      const cosine = twiddles.cosines[offset * stride]!;
      const sine = twiddles.sines[offset * stride]!;
      const upper = block + offset;
      const lower = upper + span;
      const turnedReal = real[lower]! * cosine + imaginary[lower]! * sine;
      const turnedImaginary = imaginary[lower]! * cosine - real[lower]! * sine;
      real[lower] = real[upper]! - turnedReal;
      imaginary[lower] = imaginary[upper]! - turnedImaginary;
      real[upper]! += turnedReal;
      imaginary[upper]! += turnedImaginary;
    }
  }
}
