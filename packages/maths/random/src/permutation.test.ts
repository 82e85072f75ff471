import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPermutation, createStream } from './index.ts';

const soak = process.env.ASSAY_SOAK ? 100 : 1;

test('every size is permuted onto itself, and the inverse undoes it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.string(), (size, seed) => {
      const permutation = createPermutation(createStream(seed, 'p'), size);
      const seen = new Uint8Array(size);
      for (let index = 0; index < size; index += 1) {
        const to = permutation.at(index);
        seen[to]! += 1;
        if (permutation.indexOf(to) !== index) return false;
      }
      return seen.every((count) => count === 1);
    }),
    { numRuns: 40 * soak },
  );
});

test('a range beyond 32 bits is inverted too', () => {
  const size = 2 ** 45 + 12345;
  const permutation = createPermutation(createStream(9, 'wide'), size);
  for (const index of [0, 1, 2 ** 31, 2 ** 32 + 7, size - 1]) {
    const to = permutation.at(index);
    expect(to).toBeLessThan(size);
    expect(permutation.indexOf(to)).toBe(index);
  }
});

test.each([6, 5000])('a permutation of %i sends the first index everywhere alike', (size) => {
  const trials = 6000 * soak;
  const cells = new Array<number>(6).fill(0);
  for (let seed = 0; seed < trials; seed += 1) {
    const cell = Math.floor((createPermutation(createStream(seed, 'even'), size).at(0) / size) * 6);
    cells[cell] = cells[cell]! + 1;
  }
  const chi = cells.reduce((total, count) => total + (count - trials / 6) ** 2 / (trials / 6), 0);
  expect(chi).toBeLessThan(30);
});

test('neighbours do not stay neighbours', () => {
  const permutation = createPermutation(createStream(2, 'gap'), 100_000);
  let near = 0;
  for (let index = 0; index < 20_000; index += 1) {
    if (Math.abs(permutation.at(index) - permutation.at(index + 1)) < 100) near += 1;
  }
  expect(near).toBeLessThan(100);
});

test('an index or a size out of range is refused', () => {
  const permutation = createPermutation(createStream(2, 'gap'), 10);
  expect(() => permutation.at(10)).toThrow(RangeError);
  expect(() => permutation.indexOf(-1)).toThrow(RangeError);
  expect(() => createPermutation(createStream(2, 'gap'), 1.5)).toThrow(RangeError);
});
