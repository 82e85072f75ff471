import { dialect } from '@assay/contracts';
import { expect, it } from 'vitest';
import { missingFromText, missingToText, plainDialect } from './dialect-words.ts';

it('writes and reads markers of missing values', () => {
  expect(missingToText(['', 'NA', '?'])).toBe('NA, ?');
  expect(missingFromText(' NA,?, NA ,')).toEqual(['', 'NA', '?']);
  expect(missingFromText('')).toEqual(['']);
});

it('reads a file by its name when nothing is known', () => {
  for (const name of ['a.csv', 'a.tsv', 'a.jsonl', 'a.parquet', 'a.txt']) {
    expect(dialect.safeParse(plainDialect(name)).success).toBe(true);
  }
  expect(plainDialect('a.TAB').delimiter).toBe('\t');
  expect(plainDialect('a.ndjson').delimiter).toBeNull();
});
