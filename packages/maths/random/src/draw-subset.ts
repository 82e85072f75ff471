import { createPermutation } from './permutation.ts';
import type { Stream } from './stream.ts';

/**
 * `size` of the indices [0, population), without repeats and in ascending order; all of them where there are no more.
 * Each subset comes from the keyed permutation of the stream, so that a smaller one is part of a larger one.
 */
export function drawSubset(stream: Stream, population: number, size: number): Int32Array {
  if (size >= population) return Int32Array.from({ length: population }, (_, index) => index);
  const order = createPermutation(stream, population);
  return Int32Array.from({ length: size }, (_, at) => order.at(at)).sort();
}
