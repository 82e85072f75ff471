import { drawBlock, type Stream } from './stream.ts';

/** The 53-bit double in [0, 1) of two 32-bit words. */
export function toUnit(high: number, low: number): number {
  return ((high >>> 5) * 0x4000000 + (low >>> 6)) / 0x20000000000000;
}

const words = new Uint32Array(4);

/** A double in [0, 1) with 53 random bits: a pure function of (stream, row, attempt). */
export function drawUniform(stream: Stream, row: number, attempt = 0): number {
  drawBlock(stream, row, attempt, 0, words);
  return toUnit(words[0]!, words[1]!);
}
