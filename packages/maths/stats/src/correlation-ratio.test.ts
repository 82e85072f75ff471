import { expect, test } from 'vitest';
import { correlationRatio, momentsByGroup } from './index.ts';
import { A, definedValue } from './test-values.ts';

// numpy 2.4.6: sqrt of the between-group over the total sum of squares, codes 0, 1, 2 repeated.
test('eta is the root of the share of variance between groups', () => {
  const codes = A.map((_, index) => index % 3);
  expect(definedValue(correlationRatio(definedValue(momentsByGroup(codes, A, 3))))).toBeCloseTo(
    0.3636504780736387,
    12,
  );
});

test('a missing category is left out; groups that decide the value give 1', () => {
  const groups = definedValue(momentsByGroup([0, 1, -1, 0, 1], [5, 9, 1000, 5, 9], 2));
  expect(groups.map((group) => group.n)).toEqual([2, 2]);
  expect(correlationRatio(groups)).toEqual({ ok: true, value: 1 });
});

test('one group, no values and a constant are reasons', () => {
  expect(correlationRatio(definedValue(momentsByGroup([], [], 2)))).toEqual({ ok: false, reason: 'empty' });
  expect(correlationRatio(definedValue(momentsByGroup([1, 1], [1, 2], 2)))).toEqual({
    ok: false,
    reason: 'too-few',
  });
  expect(correlationRatio(definedValue(momentsByGroup([0, 1], [2, 2], 2)))).toEqual({
    ok: false,
    reason: 'constant',
  });
  expect(momentsByGroup([0], [], 1)).toEqual({ ok: false, reason: 'length-mismatch' });
});
