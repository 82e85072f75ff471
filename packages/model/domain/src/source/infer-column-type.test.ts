import { expect, test } from 'vitest';
import { inferColumnType } from '../index.ts';
import { factsOf } from './test-facts.ts';

const repeat = (values: readonly (string | null)[], times: number): (string | null)[] =>
  Array.from({ length: times }, () => values).flat();

const codesOf = (facts: Parameters<typeof inferColumnType>[0]): string[] =>
  inferColumnType(facts).notices.map((notice) => notice.code);

test.each([
  ['integers', ['1', '-2', '30'], 'integer', 'BIGINT'],
  ['decimals', ['1', '2.5'], 'decimal', 'DOUBLE'],
  ['exponents', ['1e5', '2'], 'decimal', 'DOUBLE'],
  ['words for true and false', ['Yes', 'no', 'YES'], 'boolean', 'BOOLEAN'],
  ['0 and 1', ['0', '1', '1'], 'integer', 'BIGINT'],
  ['three words', ['yes', 'no', 'maybe'], 'category', 'VARCHAR'],
  ['ISO dates', ['2024-01-31', '2024-02-01'], 'datetime', 'DATE'],
  ['times', ['2024-01-31T10:00:00', '2024-02-01T11:30:00'], 'datetime', 'TIMESTAMP'],
  ['times with a zone', ['2024-01-31T10:00:00Z', '2024-02-01T11:30:00Z'], 'datetime', 'TIMESTAMPTZ'],
] as const)('%s', (_, values, type, physical) => {
  expect(inferColumnType(factsOf([...values, null]))).toMatchObject({ type, physical, notices: [] });
});

test('spellings of true and false are kept', () => {
  expect(inferColumnType(factsOf(['Y', 'n', 'N', 'y'])).parse).toMatchObject({
    trueValues: ['Y', 'y'],
    falseValues: ['n', 'N'],
  });
});

test.each([
  [['1,234', '1,234,567.5'], ',', '.', 'decimal', []],
  [['1.234,5', '2,75'], '.', ',', 'decimal', []],
  [['3,5', '12,25'], null, ',', 'decimal', []],
  [['1 234', '12 345 678'], ' ', ',', 'integer', []],
  [["1'234.50", '7'], "'", '.', 'decimal', []],
  [['1,234', '5,678'], ',', '.', 'integer', ['separator-ambiguous']],
  [['1.234', '5.678'], null, '.', 'decimal', ['separator-ambiguous']],
] as const)('separators: %s', (values, thousandsSeparator, decimalSeparator, type, notices) => {
  const inferred = inferColumnType(factsOf(values));
  expect(inferred).toMatchObject({ type, parse: { thousandsSeparator, decimalSeparator } });
  expect(inferred.notices.map((notice) => notice.code)).toEqual(notices);
});

test('zip codes with leading zeros, or by name, stay text', () => {
  const zips = repeat(['02134', '10001', '94110'], 10);
  expect(inferColumnType(factsOf(zips))).toMatchObject({ type: 'category', physical: 'VARCHAR' });
  expect(codesOf(factsOf(zips))).toEqual(['leading-zeros']);
  const western = repeat(['90210', '94110'], 10);
  expect(inferColumnType(factsOf(western, { name: 'home_zip' }))).toMatchObject({ physical: 'VARCHAR' });
  expect(inferColumnType(factsOf(western)).type).toBe('integer');
});

test('whole numbers beyond 64 bits stay text', () => {
  const inferred = inferColumnType(factsOf(['9223372036854775808', '12345678901234567890123']));
  expect(inferred).toMatchObject({ type: 'identifier', physical: 'VARCHAR' });
  expect(inferred.notices[0]).toMatchObject({ code: 'beyond-64-bit', count: 2 });
});

test('infinities stay values of a DOUBLE column, and are told', () => {
  const inferred = inferColumnType(factsOf(['1', '2', 'inf', '-Infinity']));
  expect(inferred).toMatchObject({ type: 'decimal', physical: 'DOUBLE' });
  expect(inferred.notices).toMatchObject([{ code: 'infinities', count: 2, severity: 'warning' }]);
});

test('digits that a double cannot keep are told', () => {
  expect(codesOf(factsOf(['0.1234567890123456789', '1.5']))).toEqual(['precision-lost']);
});

test('a few odd values become missing and are counted; many keep the column text', () => {
  const numbers = Array.from({ length: 99 }, (_, index) => String(index % 40));
  const few = inferColumnType(factsOf([...numbers, 'n.k.']));
  expect(few.type).toBe('integer');
  expect(few.notices).toMatchObject([{ code: 'values-not-read', count: 1 }]);
  const many = inferColumnType(factsOf([...numbers, ...repeat(['n.k.'], 10)]));
  expect(many.type).toBe('category');
  expect(many.notices).toMatchObject([{ code: 'mostly-numbers', count: 10 }]);
  expect(inferColumnType(factsOf(['1', '2', 'x'])).type).toBe('category');
});

test('no notice repeats a value', () => {
  const secret = 'Jane-Roe';
  const facts = factsOf([...Array.from({ length: 99 }, (_, index) => String(index % 40)), secret]);
  expect(JSON.stringify(inferColumnType(facts))).not.toContain(secret);
});

test('two date formats in one column are both read, with a warning', () => {
  const facts = factsOf(['2024-01-31', '2024-02-28', '03/25/2024']);
  expect(inferColumnType(facts)).toMatchObject({
    type: 'datetime',
    physical: 'DATE',
    parse: { datetimeFormats: ['%Y-%m-%d', '%m/%d/%Y'] },
  });
  expect(codesOf(facts)).toEqual(['several-date-formats']);
});

test('the order of day and month is found, doubted, or mixed', () => {
  const certain = factsOf(['31/01/2024', '05/06/2024']);
  expect(inferColumnType(certain).parse.datetimeFormats).toEqual(['%d/%m/%Y']);
  expect(codesOf(certain)).toEqual([]);
  const doubtful = factsOf(['05/06/2024', '07/08/2024']);
  expect(inferColumnType(doubtful).parse.datetimeFormats).toEqual(['%m/%d/%Y']);
  expect(codesOf(doubtful)).toEqual(['day-month-ambiguous']);
  expect(inferColumnType(factsOf(['05.06.2024', '07.08.2024'])).parse.datetimeFormats).toEqual(['%d.%m.%Y']);
  const mixed = factsOf(['31/01/2024', '01/31/2024', '02/28/2024', '05/06/2024']);
  expect(inferColumnType(mixed).parse.datetimeFormats).toEqual(['%m/%d/%Y', '%d/%m/%Y']);
  expect(codesOf(mixed)).toEqual(['several-date-formats', 'day-month-mixed']);
});

test('all missing and constant columns are told', () => {
  expect(inferColumnType(factsOf([null, null]))).toMatchObject({ type: 'category', physical: 'VARCHAR' });
  expect(codesOf(factsOf([null, null]))).toEqual(['all-missing']);
  expect(codesOf(factsOf([]))).toEqual(['all-missing']);
  expect(codesOf(factsOf(['7', '7']))).toEqual(['constant']);
});

test('identifiers, categories and text are told apart', () => {
  const ids = Array.from({ length: 200 }, (_, index) => `P-${1000 + index * 7}`);
  expect(inferColumnType(factsOf(ids)).type).toBe('identifier');
  const counting = Array.from({ length: 200 }, (_, index) => String(index + 1));
  expect(inferColumnType(factsOf(counting)).type).toBe('identifier');
  expect(inferColumnType(factsOf(counting, { index: 3 })).type).toBe('integer');
  expect(inferColumnType(factsOf(counting, { index: 3, name: 'patient_id' })).type).toBe('identifier');
  const notes = Array.from({ length: 200 }, (_, index) => `seen at ward ${index} and sent home again`);
  expect(inferColumnType(factsOf(notes)).type).toBe('text');
  const names = Array.from(
    { length: 200 },
    (_, index) => `Name${String.fromCharCode(97 + (index % 26))}${'x'.repeat(index)}`,
  );
  expect(inferColumnType(factsOf(names, { meanLength: 20, maxLength: 40 })).type).toBe('text');
  expect(inferColumnType(factsOf(repeat(['New York City', 'Lyon'], 50))).type).toBe('category');
});

test('a typed file keeps its types', () => {
  expect(inferColumnType(factsOf(['1.5', 'inf'], { stored: 'DOUBLE' })).physical).toBe('DOUBLE');
  expect(inferColumnType(factsOf(['3', '3', '4'], { stored: 'BIGINT' })).type).toBe('integer');
  expect(inferColumnType(factsOf(['3', '4'], { stored: 'VARCHAR' }))).toMatchObject({ physical: 'VARCHAR' });
  expect(inferColumnType(factsOf(['2024-01-01'], { stored: 'DATE' })).type).toBe('datetime');
});
