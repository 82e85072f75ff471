import { expect, test } from 'vitest';
import { spearman } from './index.ts';
import { A, B, definedValue } from './test-values.ts';

// scipy 1.17.1: scipy.stats.spearmanr.
test('the rank correlation is that of scipy; any rising function of one side is 1', () => {
  expect(definedValue(spearman(A, B))).toBeCloseTo(-0.042105263157894736, 13);
  expect(definedValue(spearman(A, A.map(Math.exp)))).toBeCloseTo(1, 14);
  expect(spearman([1, 2], [3])).toEqual({ ok: false, reason: 'length-mismatch' });
  expect(spearman([1, 2], [3, 3])).toEqual({ ok: false, reason: 'constant' });
});
