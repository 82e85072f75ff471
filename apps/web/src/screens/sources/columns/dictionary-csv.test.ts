import { expect, it } from 'vitest';
import { readCsv, writeCsv } from './csv.ts';
import {
  dictionaryEdits,
  joinValues,
  readDictionary,
  splitValues,
  writeDictionary,
} from './dictionary-csv.ts';

const age = {
  index: 0,
  revision: 4,
  name: 'age',
  label: 'Age',
  unit: 'years',
  meaning: null,
  role: 'quasi-identifier' as const,
  allowedValues: null,
};
const pay = { ...age, index: 1, name: 'Pay', label: 'Pay', unit: null, role: 'target' as const };

it('reads back what it writes', () => {
  const rows = [
    ['plain', 'with, comma', 'with "quotes"'],
    ['two\nlines', ' spaces ', ''],
    ['=SUM(A1)', '-3', '+4'],
    ['ünïcode', '"', ',,'],
  ];
  expect(readCsv(writeCsv(rows))).toEqual(rows);
});

it('keeps a spreadsheet from running a cell', () => {
  expect(writeCsv([['=1+1', '-2', '@x', 'plain']])).toBe("'=1+1,'-2,'@x,plain\r\n");
});

it('takes a byte-order mark, LF and quoted line ends', () => {
  expect(readCsv('\uFEFFa,b\n"x ""y""\n z",2')).toEqual([
    ['a', 'b'],
    ['x "y"\n z', '2'],
  ]);
});

it('joins and splits allowed values', () => {
  expect(splitValues(joinValues(['a|b', 'c\\d', 'e']))).toEqual(['a|b', 'c\\d', 'e']);
  expect(splitValues(' a | | a |b')).toEqual(['a', 'b']);
});

it('changes nothing when its own export comes back', () => {
  expect(readDictionary(writeDictionary([age, pay]), [age, pay])).toEqual({ changes: [], problems: [] });
});

it('says what a file would change and what cannot be used', () => {
  const text = [
    'Name,Label,Role,Allowed values',
    'AGE,Age in years,,18|65',
    'pay,,nonsense,',
    'height,Height,,',
    'age,Again,,',
  ].join('\n');
  const { changes, problems } = readDictionary(text, [age, pay]);
  expect(changes).toEqual([
    { index: 0, revision: 4, column: 'age', field: 'label', before: 'Age', after: 'Age in years' },
    { index: 0, revision: 4, column: 'age', field: 'allowed_values', before: '', after: '18|65' },
  ]);
  expect(problems).toEqual([
    { code: 'bad-value', line: 3, column: 'Pay', field: 'role' },
    { code: 'unknown-column', line: 4, column: 'height' },
    { code: 'repeated-column', line: 5, column: 'age' },
  ]);
  expect(dictionaryEdits(changes)).toEqual([
    { index: 0, revision: 4, label: 'Age in years', allowedValues: ['18', '65'] },
  ]);
  expect(readDictionary('label\nx', [age]).problems).toEqual([{ code: 'no-name-column' }]);
});
