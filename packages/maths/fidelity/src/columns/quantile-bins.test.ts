import { createStream, drawNormal } from '@assay/random';
import { describe, expect, it } from 'vitest';
import { orderedCounts } from './ordered-counts.ts';
import { decileEdges, quantileBins } from './quantile-bins.ts';

describe('quantileBins', () => {
  it.each([
    ['normal', (row: number) => drawNormal(createStream(1, 'a'), row)],
    ['heavy tails', (row: number) => Math.exp(8 * drawNormal(createStream(2, 'a'), row))],
    ['integers', (row: number) => Math.round(3 * drawNormal(createStream(3, 'a'), row))],
    ['one value', () => 7],
    ['none', () => Number.NaN],
  ])('puts each value above as many edges as the definition: %s', (_, of) => {
    const values = Float64Array.from({ length: 5000 }, (__, row) => (row % 9 === 0 ? Number.NaN : of(row)));
    const edges = decileEdges(orderedCounts(values));
    const { codes, counts, size } = quantileBins(values, edges);
    expect(size).toBe(edges.length + 2);
    for (const [row, value] of values.entries())
      expect(codes[row]).toBe(Number.isNaN(value) ? size - 1 : edges.filter((edge) => value > edge).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5000);
  });

  it('makes ten bins of equal size of distinct values', () => {
    const values = Float64Array.from({ length: 1000 }, (_, row) => row);
    const { counts } = quantileBins(values, decileEdges(orderedCounts(values)));
    expect([...counts]).toEqual([...new Array<number>(10).fill(100), 0]);
  });
});
