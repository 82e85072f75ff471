import { createStream, drawUniform } from '@assay/random';
import { describe, expect, it } from 'vitest';
import { coverageFloor } from './coverage-floor.ts';

describe('coverage floor', () => {
  it('is the chance of each category to be drawn at all, on average', () => {
    // A coin twice: each side is there with 3/4.
    expect(coverageFloor([5, 5], 2)).toEqual({ ok: true, value: 0.75 });
    expect(coverageFloor([5, 0, 5], 0)).toEqual({ ok: true, value: 0 });
    expect(coverageFloor([7], 1)).toEqual({ ok: true, value: 1 });
    expect(coverageFloor([0, 0], 9)).toEqual({ ok: false, reason: 'empty' });
  });

  it('is what draws show', () => {
    const counts = [60, 25, 10, 4, 1];
    const draws = 4000;
    let covered = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const stream = createStream(draw, 'coverage');
      const seen = new Set<number>();
      for (let row = 0; row < 20; row += 1) {
        const at = drawUniform(stream, row) * 100;
        seen.add(counts.findIndex((_, level) => at < counts.slice(0, level + 1).reduce((a, b) => a + b)));
      }
      covered += seen.size / counts.length;
    }
    const expected = coverageFloor(counts, 20);
    expect(expected.ok && expected.value).toBeCloseTo(covered / draws, 2);
  });
});
