import { expect, test } from 'vitest';
import { missingSimilarity } from './index.ts';

test('1 minus the difference of shares', () => {
  expect(missingSimilarity({ count: 1, total: 4 }, { count: 3, total: 4 })).toEqual({ ok: true, value: 0.5 });
  expect(missingSimilarity({ count: 0, total: 9 }, { count: 0, total: 3 })).toEqual({ ok: true, value: 1 });
  expect(missingSimilarity({ count: 0, total: 0 }, { count: 0, total: 3 })).toEqual({
    ok: false,
    reason: 'empty',
  });
  expect(missingSimilarity({ count: 4, total: 3 }, { count: 0, total: 3 })).toEqual({
    ok: false,
    reason: 'out-of-range',
  });
});
