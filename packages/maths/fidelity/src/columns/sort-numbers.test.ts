import { createStream, drawNormal, drawUniform } from '@assay/random';
import { describe, expect, it } from 'vitest';
import { sortNumbers } from './sort-numbers.ts';

describe('sortNumbers', () => {
  it.each([
    ['close to each other', (row: number) => 1.6e12 + ((row * 7919) % 70_000)],
    ['mixed signs', (row: number) => drawNormal(createStream(1, 'a'), row)],
    ['negative', (row: number) => -1e300 * drawUniform(createStream(1, 'b'), row)],
    ['few values', (row: number) => [3.5, -0, 0, -2, 5e-324, -5e-324, Number.MAX_VALUE][row % 7]!],
    ['one value', () => 4],
  ])('gives what the built-in sort gives: %s', (_, of) => {
    const values = Float64Array.from({ length: 70_000 }, (__, row) => of(row));
    const expected = Float64Array.from(values).sort();
    expect(sortNumbers(values).every((value, row) => Object.is(value, expected[row]))).toBe(true);
  });

  it('sorts short arrays and parts of a buffer', () => {
    expect([...sortNumbers(Float64Array.of(3, -1, 2))]).toEqual([-1, 2, 3]);
    const whole = new Float64Array(70_010).map((__, row) => -row);
    expect(sortNumbers(whole.subarray(10))[0]).toBe(-70_009);
  });
});
