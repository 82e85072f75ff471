import { createStream, drawInteger } from '@assay/random';
import { cramersV } from '@assay/stats';
import { describe, expect, it } from 'vitest';
import { type CodedColumn, codedColumn, codesOf } from '../columns/codes.ts';
import { contingencySimilarity } from './contingency-similarity.ts';
import { visitPairCounts } from './pair-counts.ts';

/** Codes that lean to the low ones, in a column of `size`. */
function column(rows: number, size: number, seed: string): CodedColumn {
  const stream = createStream(seed, 'codes');
  const codes = codesOf(rows, size);
  for (let row = 0; row < rows; row += 1)
    codes[row] = drawInteger(stream, row, drawInteger(stream, row, size, 1) + 1, 2);
  return codedColumn(codes, size);
}

const pairOf = (rows: number, sizes: readonly [number, number], seed: string) => ({
  left: column(rows, sizes[0], `${seed} left`),
  right: column(rows, sizes[1], `${seed} right`),
});

describe('contingencySimilarity', () => {
  // Few cells are counted in a table, many by rows of the left code; codes take one, two and four bytes.
  it.each([
    [400, [3, 5]],
    [400, [300, 7]],
    [400, [300, 400]],
    [900, [5, 70_000]],
  ] as const)('equals the definition: %d rows, %j codes', (rows, sizes) => {
    const real = pairOf(rows, sizes, 'real');
    const synthetic = pairOf(rows + 50, sizes, 'synthetic');
    const shares = new Map<string, [number, number]>();
    for (const [side, pair] of [real, synthetic].entries())
      for (let row = 0; row < pair.left.codes.length; row += 1) {
        const key = `${pair.left.codes[row]},${pair.right.codes[row]}`;
        const share = shares.get(key) ?? [0, 0];
        share[side]! += 1 / pair.left.codes.length;
        shares.set(key, share);
      }
    let difference = 0;
    for (const [p, q] of shares.values()) difference += Math.abs(p - q) / 2;
    const { score } = contingencySimilarity(real, synthetic);
    expect(score.ok && score.value).toBeCloseTo(1 - difference, 10);
    let seen = 0;
    let before = -1;
    visitPairCounts(real, synthetic, (a, b, left, right) => {
      seen += a + b;
      expect(left * sizes[1] + right).toBeGreaterThan(before);
      before = left * sizes[1] + right;
    });
    expect(seen).toBe(2 * rows + 50);
  });

  it("gives Cramer's V of each table", () => {
    const pair = pairOf(500, [4, 6], 'v');
    const table = Array.from({ length: 4 }, () => new Array<number>(6).fill(0));
    for (let row = 0; row < 500; row += 1) table[pair.left.codes[row]!]![pair.right.codes[row]!]! += 1;
    const expected = cramersV(table);
    const { realAssociation } = contingencySimilarity(pair, pair);
    expect(
      realAssociation.ok && expected.ok && Math.abs(realAssociation.value - expected.value),
    ).toBeLessThan(1e-12);
    const constant = { left: codedColumn(new Uint8Array(9), 1), right: column(9, 3, 'c') };
    expect(contingencySimilarity(constant, constant).realAssociation).toEqual({
      ok: false,
      reason: 'constant',
    });
  });
});
