import { describe, expect, it } from 'vitest';
import { drawBlindRows } from './draw-blind-rows.ts';

const real = Array.from({ length: 300 }, (_, at) => 3 * at + 1);

describe('drawBlindRows', () => {
  it('draws each origin by a fair coin and no row twice', () => {
    let reals = 0;
    for (let seed = 0; seed < 50; seed += 1) {
      const drawn = drawBlindRows(`seed ${seed}`, 100, real, 200);
      expect(drawn).toHaveLength(100);
      expect(new Set(drawn.map(({ origin, row }) => `${origin} ${row}`)).size).toBe(100);
      for (const { origin, row } of drawn) {
        if (origin === 'real') expect(real).toContain(row);
        else expect(row >= 0 && row < 200).toBe(true);
      }
      reals += drawn.filter(({ origin }) => origin === 'real').length;
    }
    // Of 5,000 coins; the seeds are fixed. Four standard deviations are 141.
    expect(Math.abs(reals - 2500)).toBeLessThan(141);
  });

  it('has rows enough although all may be of one origin', () => {
    expect(drawBlindRows('seed', 10, real.slice(0, 10), 10)).toHaveLength(10);
  });

  it('is the same of the same seed alone', () => {
    expect(drawBlindRows('a', 50, real, 200)).toEqual(drawBlindRows('a', 50, real, 200));
    expect(drawBlindRows('a', 50, real, 200)).not.toEqual(drawBlindRows('b', 50, real, 200));
  });
});
