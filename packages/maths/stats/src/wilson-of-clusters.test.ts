import { describe, expect, it } from 'vitest';
import { wilson } from './wilson.ts';
import { wilsonOfClusters } from './wilson-of-clusters.ts';

const clusters = (...pairs: readonly [number, number][]) => pairs.map(([successes, n]) => ({ successes, n }));

describe('wilsonOfClusters', () => {
  it.each([
    // proportion_confint(p * e, e, method='wilson') at e = min(n, p (1 - p) / v), v of OLS on a constant with
    // cov_type='cluster' and use_correction=False, statsmodels 0.15.0.
    [
      clusters([3, 3], [2, 3], [0, 3], [3, 3], [1, 3], [3, 3], [0, 2], [2, 2]),
      0.6363636363636364,
      0.3536070458293681,
      0.848444519013752,
    ],
    [
      clusters([5, 5], [0, 5], [5, 5], [4, 5], [1, 5], [5, 5]),
      0.6666666666666666,
      0.33695353007030426,
      0.8872740665869178,
    ],
  ])('%j', (of, estimate, low, high) => {
    const result = wilsonOfClusters(of);
    if (!result.ok) throw new Error(result.reason);
    expect(result.value.estimate).toBeCloseTo(estimate, 12);
    expect(result.value.low).toBeCloseTo(low, 9);
    expect(result.value.high).toBeCloseTo(high, 9);
  });

  it('is the interval of Wilson where each cluster has one observation', () => {
    const result = wilsonOfClusters(
      clusters(...Array.from({ length: 10 }, (_, at): [number, number] => [at < 7 ? 1 : 0, 1])),
    );
    const plain = wilson(7, 10);
    if (!result.ok || !plain.ok) throw new Error('undefined');
    expect(result.value.low).toBeCloseTo(plain.value.low, 12);
    expect(result.value.high).toBeCloseTo(plain.value.high, 12);
  });

  it('counts clusters where nothing varies between them', () => {
    expect(wilsonOfClusters(clusters([3, 3], [3, 3], [2, 2]))).toEqual(wilson(3, 3));
    const halves = wilsonOfClusters(clusters([1, 2], [1, 2], [1, 2], [1, 2]));
    expect(halves).toEqual(wilson(2, 4));
  });

  it('has reasons, and leaves empty clusters out', () => {
    expect(wilsonOfClusters([])).toEqual({ ok: false, reason: 'empty' });
    expect(wilsonOfClusters(clusters([0, 0]))).toEqual({ ok: false, reason: 'empty' });
    expect(wilsonOfClusters(clusters([3, 2]))).toEqual({ ok: false, reason: 'out-of-range' });
    expect(wilsonOfClusters(clusters([1, 1], [0, 1], [0, 0]))).toEqual(wilson(1, 2));
  });
});
