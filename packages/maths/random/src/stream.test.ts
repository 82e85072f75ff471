import { expect, test } from 'vitest';
import { createStream, drawBlock, drawUniform } from './index.ts';

test('a draw depends on seed, stream, row and attempt, and on nothing drawn before', () => {
  const stream = createStream(7, 'age');
  const value = drawUniform(stream, 41, 0);
  drawUniform(stream, 40, 3);
  expect(drawUniform(createStream('7', 'age'), 41, 0)).toBe(value);
  const others = [
    drawUniform(createStream(8, 'age'), 41),
    drawUniform(createStream(7, 'agf'), 41),
    drawUniform(stream, 42),
    drawUniform(stream, 41, 1),
  ];
  expect(new Set([value, ...others]).size).toBe(5);
});

test('seed and name are kept apart', () => {
  expect(createStream('1', '2a')).not.toEqual(createStream('12', 'a'));
});

test('rows beyond 32 bits do not wrap around', () => {
  const stream = createStream(1, 's');
  expect(drawUniform(stream, 5 + 2 ** 32)).not.toBe(drawUniform(stream, 5));
});

test('a row that is not an index is refused', () => {
  const out = new Uint32Array(4);
  for (const row of [-1, 0.5, Number.NaN, 2 ** 53]) {
    expect(() => drawBlock(createStream(1, 's'), row, 0, 0, out)).toThrow(RangeError);
  }
});
