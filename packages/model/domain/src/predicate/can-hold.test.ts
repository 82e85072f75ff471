import { expect, test } from 'vitest';
import { canHold } from './can-hold.ts';
import { parsePredicate } from './parse-predicate.ts';

const columns = [
  { name: 'age', physical: 'BIGINT' },
  { name: 'from', physical: 'DATE' },
  { name: 'to', physical: 'DATE' },
  { name: 'sex', physical: 'VARCHAR' },
] as const;

const read = (text: string) => {
  const parsed = parsePredicate(
    text,
    columns.map((column) => column.name),
  );
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.predicate;
};

test.each([
  ['age > 60 and age < 50', false],
  ['age > 60 and age < 61', false],
  ['age > 60 and age <= 61', true],
  ['age between 10 and 20 and not (age < 30)', false],
  ['sex = "F" and sex = "M"', false],
  ['sex in ("F", "M") and sex != "F"', true],
  ['sex in ("F") and sex != "F"', false],
  ['age is missing and age > 3', false],
  ['age > 60 or (age > 50 and age < 40)', true],
  ['not (age > 3) or age > 2', true],
  ['`from` < `to` and `to` < `from`', false],
  ['`from` <= `to` and `to` <= `from`', true],
] as const)('%s: %s', (text, expected) => {
  expect(canHold([read(text)], columns)).toBe(expected);
});

test('several predicates are read together', () => {
  expect(canHold([read('age > 60'), read('age < 50')], columns)).toBe(false);
});
