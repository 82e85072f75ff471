import { expect, test } from 'vitest';
import { countsByEdges, quantileEdges } from './index.ts';
import { definedValue, GOLDEN, weylSample } from './test-values.ts';

test('bins hold equal counts', () => {
  const sorted = Float64Array.from(weylSample(1000, GOLDEN, 3)).sort();
  expect(countsByEdges(sorted, definedValue(quantileEdges(sorted, 10)))).toEqual(new Array(10).fill(100));
});

test('a repeated value makes one edge, and stays below it', () => {
  const sorted = [0, 0, 0, 0, 0, 0, 0, 0, 1, 2];
  const edges = definedValue(quantileEdges(sorted, 5));
  expect(edges.length).toBeLessThan(4);
  expect(edges[0]).toBe(0);
  expect(countsByEdges(sorted, edges)[0]).toBe(8);
});

test('infinities fall into the outer bins, NaN into none', () => {
  const values = [Number.NEGATIVE_INFINITY, 5, Number.POSITIVE_INFINITY, Number.NaN];
  expect(countsByEdges(values, [0, 10])).toEqual([1, 1, 1]);
});

test('nothing and one bin are reasons', () => {
  expect(quantileEdges([], 4)).toEqual({ ok: false, reason: 'empty' });
  expect(quantileEdges([1], 1)).toEqual({ ok: false, reason: 'out-of-range' });
});
