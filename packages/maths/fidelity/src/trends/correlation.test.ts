import { createStream, drawNormal, drawUniform } from '@assay/random';
import { pearson } from '@assay/stats';
import { describe, expect, it } from 'vitest';
import { centeredColumn, correlation } from './correlation.ts';

const stream = createStream(1, 'correlation');
const x = Float64Array.from({ length: 9000 }, (_, row) => 1e6 + drawNormal(stream, row));
const y = x.map((value, row) => 3 * value + drawNormal(stream, row, 1));
const gaps = y.map((value, row) => (drawUniform(stream, row, 2) < 0.2 ? Number.NaN : value));

describe('correlation', () => {
  it.each([
    ['complete', x, y],
    ['with missing values', x, gaps],
    ['with an infinity', Float64Array.of(1, 2, 3, Number.POSITIVE_INFINITY), Float64Array.of(2, 1, 5, 9)],
  ])('equals the one-pass formula: %s', (_, a, b) => {
    const expected = pearson(a, b);
    const { value } = correlation(centeredColumn(a), centeredColumn(b));
    expect(value.ok && expected.ok && Math.abs(value.value - expected.value)).toBeLessThan(1e-10);
  });

  it('has reasons', () => {
    const constant = Float64Array.of(0.1, 0.1, 0.1);
    const other = Float64Array.of(1, 2, 4);
    expect(correlation(centeredColumn(constant), centeredColumn(other)).value).toEqual({
      ok: false,
      reason: 'constant',
    });
    const sparse = Float64Array.of(1, Number.NaN, Number.NaN);
    expect(correlation(centeredColumn(sparse), centeredColumn(other))).toEqual({
      value: { ok: false, reason: 'too-few' },
      n: 1,
    });
  });
});
