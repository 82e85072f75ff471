import { expect, test } from 'vitest';
import { parsePredicate } from '../index.ts';

test.each([
  ['a = 5', { op: 'compare', column: 'a', comparator: '=', value: 5 }],
  ['a ≥ -1e+21', { op: 'compare', column: 'a', comparator: '>=', value: -1e21 }],
  ['zip = 02134', { op: 'compare', column: 'zip', comparator: '=', value: '02134' }],
  ['n = 9007199254740993', { op: 'compare', column: 'n', comparator: '=', value: '9007199254740993' }],
  ['ok != TRUE', { op: 'compare', column: 'ok', comparator: '!=', value: true }],
  ['s = "true"', { op: 'compare', column: 's', comparator: '=', value: 'true' }],
  ['d < 2024-01-31', { op: 'compare', column: 'd', comparator: '<', value: '2024-01-31' }],
  ['a < b', { op: 'compare-columns', left: 'a', comparator: '<', right: 'b' }],
  ['a < "b"', { op: 'compare', column: 'a', comparator: '<', value: 'b' }],
  ['a < `hours per week`', { op: 'compare-columns', left: 'a', comparator: '<', right: 'hours per week' }],
  ['"hours per week" > 40', { op: 'compare', column: 'hours per week', comparator: '>', value: 40 }],
  ['`and` is missing', { op: 'missing', column: 'and' }],
  [`s = 'it''s'`, { op: 'compare', column: 's', comparator: '=', value: "it's" }],
  ['s not in (x, 1)', { op: 'not', arg: { op: 'in', column: 's', values: ['x', 1] } }],
  ['s STARTS WITH x match case', { op: 'starts-with', column: 's', text: 'x', matchCase: true }],
  [
    'a = 1 or a = 2 and not b = 3',
    {
      op: 'or',
      args: [
        { op: 'compare', column: 'a', comparator: '=', value: 1 },
        {
          op: 'and',
          args: [
            { op: 'compare', column: 'a', comparator: '=', value: 2 },
            { op: 'not', arg: { op: 'compare', column: 'b', comparator: '=', value: 3 } },
          ],
        },
      ],
    },
  ],
])('%s', (text, predicate) => {
  expect(parsePredicate(text, ['a', 'b', 'hours per week'])).toEqual({ ok: true, predicate });
});

test.each([
  ['a = ', 4, 'Expected a value.'],
  ['a > 3 b', 6, 'Expected "and", "or" or the end.'],
  ['(a = 1', 6, 'Expected ")".'],
  ['a = "x', 4, 'This " is never closed.'],
  ['a between 1 or 2', 12, 'Expected "and" between the two limits.'],
  ['a in x', 5, 'Expected "(" and a list of values.'],
  ['= 3', 0, 'Expected a column name.'],
  ['a is 3', 5, 'Expected "missing" after "is".'],
  ['!a', 0, 'Write "not" or "!=" instead of "!".'],
  ['a = b,', 5, 'Expected "and", "or" or the end.'],
  [`${'('.repeat(200)}a = 1`, 100, 'This is nested too deeply.'],
])('%s fails at %i', (text, position, message) => {
  expect(parsePredicate(text)).toEqual({ ok: false, error: { message, position } });
});

test('a missing operator lists the operators', () => {
  const parsed = parsePredicate('age');
  expect(parsed).toMatchObject({ ok: false, error: { position: 3 } });
  expect(parsed.ok ? '' : parsed.error.message).toContain('between');
});
