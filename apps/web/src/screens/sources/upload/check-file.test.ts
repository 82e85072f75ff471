import { describe, expect, it } from 'vitest';
import { checkFile, nameFromFile } from './check-file.ts';

const text = (value: string) => new TextEncoder().encode(value);
const file = (name: string, size: number, head = 'a,b\n', tail = '1,2\n') => ({
  name,
  size,
  head: text(head),
  tail: text(tail),
});

describe('checkFile', () => {
  it('takes tables, whatever the case of their extension', () => {
    for (const name of ['a.csv', 'a.TSV', 'a.b.jsonl', 'a.ndjson', 'a.txt', 'a.tab']) {
      expect(checkFile(file(name, 10))).toBeNull();
    }
    expect(checkFile(file('a.parquet', 10, 'PAR1', 'PAR1'))).toBeNull();
  });

  it('refuses what is empty, too large, or of another kind', () => {
    expect(checkFile(file('a.csv', 0))).toBe('empty');
    expect(checkFile(file('a.csv', 2 * 1024 ** 3))).toBeNull();
    expect(checkFile(file('a.csv', 2 * 1024 ** 3 + 1))).toBe('too-large');
    expect(checkFile(file('a.xlsx', 10, 'PK\u0003\u0004'))).toBe('spreadsheet');
    expect(checkFile(file('a', 10))).toBe('unknown-format');
    expect(checkFile(file('a.pdf', 10))).toBe('unknown-format');
  });

  it('takes what a page reads besides tables, archives among it', () => {
    const accept = '.jsonl,.json,.zip';
    for (const name of ['a.json', 'a.JSON', 'a.zip', 'a.jsonl']) {
      expect(
        checkFile(file(name, 10, 'PK\u0003\u0004'.slice(0, name.endsWith('l') ? 0 : 4)), accept),
      ).toBeNull();
    }
    expect(checkFile(file('a.csv', 10), accept)).toBe('other-format');
    expect(checkFile(file('a.pdf', 10), accept)).toBe('other-format');
    expect(checkFile(file('a.json', 0), accept)).toBe('empty');
    expect(checkFile(file('a.xlsx', 10), accept)).toBe('spreadsheet');
  });

  it('tells an archive by its first bytes', () => {
    expect(checkFile(file('a.csv', 10, 'PK\u0003\u0004'))).toBe('archive');
    expect(checkFile({ ...file('a.csv', 10), head: new Uint8Array([0x1f, 0x8b, 8, 0]) })).toBe('archive');
    expect(checkFile(file('a.csv.gz', 10))).toBe('archive');
  });

  it('tells a truncated Parquet file by its last bytes', () => {
    expect(checkFile(file('a.parquet', 10, 'PAR1', 'abcd'))).toBe('not-parquet');
    expect(checkFile(file('a.parquet', 10, 'a,b,', 'PAR1'))).toBe('not-parquet');
  });
});

describe('nameFromFile', () => {
  it('makes words of a file name', () => {
    expect(nameFromFile('adult-train_v2.csv')).toBe('Adult train v2');
    expect(nameFromFile('.csv')).toBe('');
    expect(nameFromFile('x'.repeat(300))).toHaveLength(120);
  });
});
