import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histogram, histogramEdges } from './index.ts';
import { definedValue, GOLDEN, soak, weylSample } from './test-values.ts';

// numpy 2.4.6: np.histogram_bin_edges(sample, bins='fd').
test('the edges are those of numpy', () => {
  const sample = Float64Array.from(weylSample(500, GOLDEN, 2)).sort();
  const expected = [
    3.684014691969634e-6, 0.12470683908650101, 0.24940999415831006, 0.37411314923011907, 0.49881630430192814,
    0.6235194593737372, 0.7482226144455462, 0.8729257695173552, 0.9976289245891643,
  ];
  const edges = definedValue(histogramEdges(sample));
  expect(edges.length).toBe(expected.length);
  for (const [index, edge] of expected.entries()) expect(edges[index]).toBeCloseTo(edge, 12);
});

test('every value falls into a bin, whatever the sample', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), fc.integer()), { minLength: 1 }),
      (values) => {
        const edges = definedValue(histogramEdges(Float64Array.from(values).sort()));
        const counted = definedValue(histogram(values, edges));
        expect(edges.length).toBeLessThanOrEqual(61);
        expect(counted.below + counted.above).toBe(0);
        expect(counted.counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
      },
    ),
    { numRuns: 200 * soak },
  );
});

test('integers get bins of whole numbers around them', () => {
  const edges = definedValue(histogramEdges([1, 1, 2, 2, 3, 3, 4, 4, 5, 6]));
  for (const edge of edges) expect(Math.abs(edge % 1)).toBe(0.5);
  const width = edges[1]! - edges[0]!;
  expect(Number.isInteger(width)).toBe(true);
});

test('a constant gets one bin, heavy ties no thousand bins, nothing a reason', () => {
  expect([...definedValue(histogramEdges([3.5, 3.5]))]).toEqual([3, 4]);
  expect([...definedValue(histogramEdges([1e20]))].length).toBe(2);
  const ties = Float64Array.from({ length: 10_000 }, (_, index) => (index < 9_990 ? 0 : index / 7)).sort();
  expect(definedValue(histogramEdges(ties)).length).toBe(16);
  expect(
    definedValue(
      histogramEdges(
        weylSample(100_000, GOLDEN, 9).sort((a, b) => a - b),
        40,
      ),
    ).length,
  ).toBe(41);
  expect(histogramEdges([])).toEqual({ ok: false, reason: 'empty' });
  expect(histogramEdges([1, Number.POSITIVE_INFINITY])).toEqual({ ok: false, reason: 'not-finite' });
});
