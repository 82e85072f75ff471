import { describe, expect, it } from 'vitest';
import { type Bar, bars, judgeBars } from './bars.ts';
import { parts } from './parts.ts';
import { barLines } from './print-figures.ts';

const bar = (bound: Bar['bound'], limit: number, reference?: number): Bar => ({
  issue: 2,
  measure: 'A thing',
  part: 'part',
  figure: 'figure',
  bound,
  limit,
  reference,
});
const judge = (one: Bar, value: number) =>
  judgeBars([one], [{ part: 'part', name: 'figure', value, unit: 's' }])[0]?.missedBy;

describe('bars', () => {
  it('are met at their limit and missed by a share beyond it', () => {
    expect(judge(bar('at most', 5), 5)).toBe(0);
    expect(judge(bar('at most', 5), 6)).toBeCloseTo(0.2, 12);
    expect(judge(bar('at least', 0.92), 0.92)).toBe(0);
    expect(judge(bar('at least', 0.8), 0.6)).toBeCloseTo(0.25, 12);
    expect(judge(bar('at most', 0), 1)).toBe(Number.POSITIVE_INFINITY);
    expect(judge(bar('at most', 5), Number.NaN)).toBe(Number.POSITIVE_INFINITY);
  });

  it('are judged by the distance from a reference on both sides', () => {
    expect(judge(bar('at most', 0.003, 0.927), 0.9265)).toBe(0);
    expect(judge(bar('at most', 0.003, 0.927), 0.933)).toBeCloseTo(1, 9);
  });

  it('say that they were not run, which is not met', () => {
    const judged = judgeBars([bar('at most', 5)], []);
    expect(judged).toMatchObject([{ value: undefined, missedBy: undefined }]);
    expect(barLines(judged)).toMatch(/A thing .* not run\n0 met, 0 missed, 1 not run\n$/);
  });

  it('are of parts that there are', () => {
    const names = new Set(parts.map(({ name }) => name));
    expect(bars.filter(({ part }) => !names.has(part))).toEqual([]);
  });
});
