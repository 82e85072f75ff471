import type { ColumnSpec } from '@assay/contracts';
import { parsePredicate } from '@assay/domain';
import { expect, test } from 'vitest';
import { conditionTerms } from './condition-terms.ts';

const spec = (index: number, name: string, type: ColumnSpec['type'], physical: ColumnSpec['physical']) =>
  ({ index, name, type, physical }) as ColumnSpec;
const SPECS = [
  spec(0, 'Age', 'integer', 'BIGINT'),
  spec(1, 'wage', 'decimal', 'DOUBLE'),
  spec(2, 'sex', 'category', 'VARCHAR'),
  spec(3, 'smokes', 'boolean', 'BOOLEAN'),
  spec(4, 'day', 'datetime', 'DATE'),
];
const termsOf = (text: string) => {
  const parsed = parsePredicate(
    text,
    SPECS.map(({ name }) => name),
  );
  if (!parsed.ok) throw new Error(parsed.error.message);
  return conditionTerms(parsed.predicate, SPECS);
};

test('bounds, levels and days are terms, and all of the condition', () => {
  expect(termsOf('age >= 60 and sex = F and smokes = yes')).toEqual({
    terms: [
      { column: 'Age', min: 60 },
      { column: 'sex', levels: ['F'] },
      { column: 'smokes', levels: ['true'] },
    ],
    isWhole: true,
  });
  expect(termsOf("day between '2024-01-02' and '2024-01-03'")).toEqual({
    terms: [
      { column: 'day', min: Date.parse('2024-01-02') },
      { column: 'day', max: Date.parse('2024-01-03') },
    ],
    isWhole: true,
  });
  expect(termsOf('sex in (F, M) or sex is missing')).toEqual({
    terms: [{ column: 'sex', levels: ['F', 'M', null] }],
    isWhole: true,
  });
});

test('a bound that is not met itself is the next number', () => {
  const [above, below] = [termsOf('wage > 1'), termsOf('wage < 0')].map(({ terms }) => terms[0]);
  expect(above).toEqual({ column: 'wage', min: 1 + Number.EPSILON });
  expect(below).toEqual({ column: 'wage', max: -Number.MIN_VALUE });
});

test('what is no list of terms is left to be tested', () => {
  expect(termsOf('age > 60 and sex != F')).toMatchObject({ terms: [{ column: 'Age' }], isWhole: false });
  expect(termsOf('age > 60 or sex = F')).toEqual({ terms: [], isWhole: false });
  expect(termsOf('age > wage')).toEqual({ terms: [], isWhole: false });
  expect(termsOf('wage is missing')).toEqual({ terms: [], isWhole: false });
});
