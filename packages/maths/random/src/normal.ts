import { drawBlock, type Stream } from './stream.ts';
import { toUnit } from './uniform.ts';

const words = new Uint32Array(4);

/**
 * A standard normal value by the Box-Muller transform of one block: a pure function of (stream, row, attempt).
 * Its logarithm and cosine are those of the JavaScript engine.
 */
export function drawNormal(stream: Stream, row: number, attempt = 0): number {
  drawBlock(stream, row, attempt, 0, words);
  // 1 - u lies in (0, 1], so that the logarithm is finite.
  const radius = Math.sqrt(-2 * Math.log(1 - toUnit(words[0]!, words[1]!)));
  return radius * Math.cos(2 * Math.PI * toUnit(words[2]!, words[3]!));
}
