import { describe, expect, it } from 'vitest';
import { fisherExactGreater } from './fisher-exact.ts';

describe('fisherExactGreater', () => {
  it.each([
    // scipy.stats.fisher_exact([[x, n - x], [y, m - y]], alternative='greater'), SciPy 1.17.1.
    [8, 10, 1, 6, 0.024475524475524483],
    [20, 1000, 5, 900, 0.004258991330825916],
    [326, 32561, 40, 16281, 1.4465962757718137e-23],
    [3, 32561, 4, 16281, 0.9547403747752282],
    [1, 2000, 0, 2000, 0.5],
  ])('%d of %d against %d of %d', (x, n, y, m, expected) => {
    const result = fisherExactGreater({ successes: x, n }, { successes: y, n: m });
    expect(result.ok && Math.abs(result.value / expected - 1)).toBeLessThan(1e-7);
  });

  it('is 1 without successes, and has reasons', () => {
    expect(fisherExactGreater({ successes: 0, n: 5 }, { successes: 0, n: 9 })).toEqual({
      ok: true,
      value: 1,
    });
    expect(fisherExactGreater({ successes: 0, n: 0 }, { successes: 0, n: 9 })).toEqual({
      ok: false,
      reason: 'empty',
    });
    expect(fisherExactGreater({ successes: 3, n: 2 }, { successes: 0, n: 9 })).toEqual({
      ok: false,
      reason: 'out-of-range',
    });
  });
});
