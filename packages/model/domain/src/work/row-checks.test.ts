import { guidelineRule, recipeConstraint } from '@assay/contracts';
import { expect, test } from 'vitest';
import { parsePredicate } from '../predicate/parse-predicate.ts';
import { compileRowChecks } from './row-checks.ts';

const columns = [
  { name: 'age', physical: 'BIGINT' as const },
  { name: 'net', physical: 'DOUBLE' as const },
  { name: 'tax', physical: 'DOUBLE' as const },
  { name: 'gross', physical: 'DOUBLE' as const },
];
const label = '01900000-0000-7000-8000-00000000000a';

const ruleOf = (text: string, predicate: string, severity: 'error' | 'warning') => {
  const parsed = parsePredicate(predicate);
  if (!('predicate' in parsed)) throw new Error(JSON.stringify(parsed));
  return guidelineRule.parse({
    id: '01900000-0000-7000-8000-000000000001',
    text,
    severity,
    holds: parsed.predicate,
  });
};

test('rules read values and labels; what is unknown is not broken', () => {
  const checks = compileRowChecks(
    [ruleOf('Minors are no “a”', `age >= 18 or label != '${label}'`, 'warning')],
    [],
    columns,
  );
  const row = { age: 12, net: null, tax: null, gross: null };
  expect(checks(row, [label]).map(({ text, severity, columns }) => ({ text, severity, columns }))).toEqual([
    { text: 'Minors are no “a”', severity: 'warning', columns: ['age'] },
  ]);
  expect(checks(row, [])).toEqual([]);
  expect(checks(row, ['01900000-0000-7000-8000-00000000000b'])).toEqual([]);
  expect(checks({ ...row, age: 18 }, [label])).toEqual([]);
});

test('constraints that one row can break are asked of it', () => {
  const constraints = [
    { kind: 'range', column: 'age', low: 18, high: null },
    { kind: 'sum', total: 'gross', parts: ['net', 'tax'] },
    { kind: 'unique', column: 'age' },
    { kind: 'range', column: 'height', low: 1 },
  ].map((each) => recipeConstraint.parse(each));
  const checks = compileRowChecks([], constraints, columns);
  expect(checks({ age: 17, net: 0.1, tax: 0.2, gross: 0.3 }, []).map((each) => each.id)).toEqual([
    'constraint:0',
  ]);
  expect(checks({ age: 20, net: 1, tax: 2, gross: 4 }, [])).toEqual([
    {
      id: 'constraint:1',
      from: 'recipe',
      severity: 'error',
      text: 'gross = net + tax',
      columns: ['gross', 'net', 'tax'],
    },
  ]);
  expect(checks({ age: 20, net: null, tax: 2, gross: 4 }, [])).toEqual([]);
});
