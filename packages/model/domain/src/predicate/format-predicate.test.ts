import type { Literal, Predicate } from '@assay/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPredicate, parsePredicate } from '../index.ts';

const soak = process.env.ASSAY_SOAK ? 100 : 1;

const column = fc.string({ minLength: 1, unit: 'grapheme' });
const comparator = fc.constantFrom(
  '=' as const,
  '!=' as const,
  '<' as const,
  '<=' as const,
  '>' as const,
  '>=' as const,
);
const value: fc.Arbitrary<Literal> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.integer(),
  fc.boolean(),
);

const { predicate } = fc.letrec<{ predicate: Predicate; leaf: Predicate }>((tie) => ({
  leaf: fc.oneof(
    fc.record({ op: fc.constant('true' as const) }),
    fc.record({ op: fc.constant('compare' as const), column, comparator, value }),
    fc.record({ op: fc.constant('compare-columns' as const), left: column, comparator, right: column }),
    fc.record({ op: fc.constant('in' as const), column, values: fc.array(value, { maxLength: 3 }) }),
    fc.record({ op: fc.constant('between' as const), column, low: value, high: value }),
    fc.record({ op: fc.constant('missing' as const), column }),
    fc.record({
      op: fc.constantFrom('contains' as const, 'starts-with' as const, 'ends-with' as const),
      column,
      text: fc.string({ unit: 'grapheme' }),
      matchCase: fc.boolean(),
    }),
  ),
  predicate: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.record({
      op: fc.constantFrom('and' as const, 'or' as const),
      args: fc.array(tie('predicate'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ op: fc.constant('not' as const), arg: tie('predicate') }),
  ),
}));

test('what is formatted is parsed back as the same predicate', () => {
  fc.assert(
    fc.property(predicate, (original) => {
      expect(parsePredicate(formatPredicate(original))).toEqual({ ok: true, predicate: original });
    }),
    { numRuns: 500 * soak },
  );
});

test('it reads as people write it', () => {
  const parsed = parsePredicate('sex=Female and (age>60 or not `hours per week` is missing)');
  expect(parsed.ok && formatPredicate(parsed.predicate)).toBe(
    'sex = "Female" and (age > 60 or not `hours per week` is missing)',
  );
});

test('an empty or single chain is written as what it amounts to', () => {
  expect(formatPredicate({ op: 'and', args: [] })).toBe('true');
  expect(formatPredicate({ op: 'or', args: [] })).toBe('not true');
  expect(formatPredicate({ op: 'not', arg: { op: 'or', args: [] } })).toBe('not not true');
  expect(formatPredicate({ op: 'or', args: [{ op: 'missing', column: 'x' }] })).toBe('x is missing');
});
