import { drawBlock, type Stream } from './stream.ts';

const words = new Uint32Array(4);
const TWO_32 = 0x100000000;

/**
 * An integer in [0, bound) without modulo bias: a pure function of (stream, row, attempt). Words that fall in
 * the incomplete last span are skipped.
 *
 * @param bound integer in [1, 2^53]
 * @throws RangeError for another bound
 */
export function drawInteger(stream: Stream, row: number, bound: number, attempt = 0): number {
  if (!Number.isInteger(bound) || bound < 1 || bound > 0x20000000000000) {
    throw new RangeError(`bound must be an integer from 1 to 2^53: ${bound}`);
  }
  if (bound <= TWO_32) {
    const limit = TWO_32 - (TWO_32 % bound);
    for (let block = 0; ; block += 1) {
      drawBlock(stream, row, attempt, block, words);
      for (let index = 0; index < 4; index += 1) if (words[index]! < limit) return words[index]! % bound;
    }
  }
  const span = 0x20000000000000;
  const limit = span - (span % bound);
  for (let block = 0; ; block += 1) {
    drawBlock(stream, row, attempt, block, words);
    for (let index = 0; index < 4; index += 2) {
      const value = (words[index]! >>> 11) * TWO_32 + words[index + 1]!;
      if (value < limit) return value % bound;
    }
  }
}
