import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fourFifths, selectionRates } from './index.ts';
import { cubeOf, definedValue } from './test-cubes.ts';

const soak = process.env.ASSAY_SOAK ? 100 : 1;

const rule = (groups: Parameters<typeof cubeOf>[0], minimum = 1) =>
  fourFifths(definedValue(selectionRates(cubeOf(groups), ['g'], ['yes'], { minimum })));

test('3/5 against 6/8 is exactly four fifths and passes', () => {
  const result = definedValue(rule({ a: [3, 5], b: [6, 8] }));
  expect(0.6 / 0.75).toBeLessThan(0.8 + Number.EPSILON);
  expect(result.highest).toEqual(['b']);
  expect(result.groups.map((group) => group.verdict)).toEqual(['passes', 'passes']);
});

test('one selection fewer fails; a small group is not judged', () => {
  const result = definedValue(rule({ a: [599_999, 1_000_000], b: [750_000, 1_000_000], c: [0, 29] }, 30));
  expect(result.groups.map((group) => group.verdict)).toEqual(['fails', 'passes', 'not-assessable']);
});

test('the verdict is the same in any unit of counting', () => {
  const group = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 500, max: 900 }));
  fc.assert(
    fc.property(group, group, fc.integer({ min: 2, max: 1e9 }), (a, b, scale) => {
      const small = rule({ a, b });
      const large = rule({ a: [a[0] * scale, a[1] * scale], b: [b[0] * scale, b[1] * scale] });
      expect(large.ok).toBe(small.ok);
      if (!small.ok || !large.ok) return;
      expect(large.value.groups.map(({ verdict }) => verdict)).toEqual(
        small.value.groups.map(({ verdict }) => verdict),
      );
    }),
    { numRuns: 100 * soak },
  );
});

test('one group, and nobody selected, are reasons', () => {
  expect(rule({ a: [3, 5] })).toEqual({ ok: false, reason: 'too-few' });
  expect(rule({ a: [0, 5], b: [0, 9] })).toEqual({ ok: false, reason: 'zero-denominator' });
});
