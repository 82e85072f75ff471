import { expect, test } from 'vitest';
import { histogram, mergeHistograms, openCounts } from './index.ts';
import { A, B, definedValue } from './test-values.ts';

// numpy 2.4.6: np.histogram(A, bins=[0, 2, 4, 6, 10]).
test('counts are those of numpy', () => {
  expect(definedValue(histogram(A, [0, 2, 4, 6, 10])).counts).toEqual([2, 5, 2, 3]);
});

test('what lies beyond the edges is in the open ends', () => {
  const counted = definedValue(histogram([-1, 0, 1, 2, 3, Number.POSITIVE_INFINITY, Number.NaN], [0, 1, 2]));
  expect(counted).toMatchObject({ below: 1, counts: [1, 2], above: 2, notANumber: 1 });
  expect(openCounts(counted)).toEqual([1, 1, 2, 2]);
});

test('parts merge to the whole', () => {
  const edges = [1, 3, 5, 7];
  const merged = mergeHistograms(definedValue(histogram(A, edges)), definedValue(histogram(B, edges)));
  expect(merged).toEqual(histogram([...A, ...B], edges));
  const other = definedValue(histogram(A, [1, 3, 5]));
  expect(mergeHistograms(other, definedValue(histogram(A, edges)))).toEqual({
    ok: false,
    reason: 'length-mismatch',
  });
});

test('edges that do not ascend are refused', () => {
  expect(histogram(A, [1])).toEqual({ ok: false, reason: 'too-few' });
  expect(histogram(A, [1, 1])).toEqual({ ok: false, reason: 'out-of-range' });
  expect(histogram(A, [1, Number.NaN])).toEqual({ ok: false, reason: 'out-of-range' });
});
