import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingMarkers, sniffDialect } from './index.ts';

const soak = process.env.ASSAY_SOAK === '1' ? 100 : 1;
const sniff = (text: string, format: 'csv' | 'tsv' = 'csv') =>
  sniffDialect(text, { format, encoding: 'utf-8', complete: true });

describe('sniffDialect', () => {
  it('finds title and comment lines, header, delimiter and missing markers', () => {
    const text = 'Report of 2021\n# made by hand\nid;name;cost\n1;A;3,5\n2;B;NA\n3;?;4,0\n';
    expect(sniff(text)).toMatchObject({
      columns: 3,
      dialect: {
        delimiter: ';',
        header: true,
        skipLines: 2,
        missing: ['', 'NA', '?'],
        quote: '"',
        escape: 'double',
      },
    });
  });

  it('knows a table without header', () => {
    expect(sniff('1,a,2.5\n2,b,3.5\n3,a,1.0\n').dialect.header).toBe(false);
    expect(sniff('M,x\nF,y\nM,y\nF,x\n').dialect.header).toBe(false);
    expect(sniff('sex,group\nF,y\nM,y\nF,x\n').dialect.header).toBe(true);
    expect(sniff('id,name\n').dialect.header).toBe(true);
  });

  it('is not fooled by commas in quotes or in decimals', () => {
    expect(sniff('a\tb\n"x, y, z"\t1,5\n"p, q, r"\t2,5\n').dialect.delimiter).toBe('\t');
    expect(sniff('a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n').dialect.delimiter).toBe(';');
    expect(sniff("a,b\n'x, y',1\n'p, q',2\n").dialect.quote).toBe("'");
    expect(sniff('a,b\n"say \\"hi\\", no",1\n"p",2\n').dialect.escape).toBe('backslash');
  });

  it('reads one column as one column, and says so', () => {
    const found = sniff('name\nann\nbob\n');
    expect(found).toMatchObject({ columns: 1, dialect: { header: true } });
    expect(found.notices.map((notice) => notice.code)).toContain('one-column');
  });

  it('obeys a declared separator', () => {
    expect(sniff('sep=|\na|b\n1|2\n').dialect).toMatchObject({ delimiter: '|', skipLines: 1, header: true });
  });

  it('finds the delimiter of any regular table', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const cell = fc.oneof(word, fc.integer().map(String));
    const table = fc
      .integer({ min: 2, max: 6 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 10 }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t', '|', '^'), (rows, delimiter) => {
        const found = sniff(rows.map((row) => `${row.join(delimiter)}\n`).join(''));
        expect(found.dialect.delimiter).toBe(delimiter);
        expect(found.columns).toBe(rows[0]?.length);
      }),
      { numRuns: 200 * soak },
    );
  });
});

describe('missingMarkers', () => {
  it('judges from the values around', () => {
    expect(missingMarkers([['NA', 'x', 'y']])).toEqual(['NA']);
    expect(missingMarkers([['DE', 'FR', 'NA', 'US', 'GB']])).toEqual([]);
    expect(missingMarkers([['None', 'Minor', 'Substantial']])).toEqual([]);
    expect(missingMarkers([['None', '1', '2']])).toEqual(['None']);
    expect(missingMarkers([['-', '1.5', '2.5']])).toEqual(['-']);
    expect(missingMarkers([['-999', '-999', '1', '2', '3', '4', '5']])).toEqual(['-999']);
    expect(missingMarkers([['-999', '-998', '-3', '-999', '2', '3', '4']])).toEqual([]);
  });
});
