import type { RejectedRow } from '@assay/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvScanOptions, concat, createCsvScanner } from './index.ts';

const soak = process.env.ASSAY_SOAK === '1' ? 100 : 1;
const encoder = new TextEncoder();

function scan(text: string, options: Partial<CsvScanOptions> = {}, chunkSize = 7) {
  const rejected: RejectedRow[] = [];
  const scanner = createCsvScanner({
    delimiter: ',',
    quote: '"',
    escape: 'double',
    header: true,
    skipLines: 0,
    columns: null,
    missing: ['', 'NA'],
    onReject: (row) => rejected.push(row),
    ...options,
    limits: { scanBytes: 1, ...options.limits },
  });
  const bytes = encoder.encode(text);
  const blocks = [];
  for (let at = 0; at < bytes.length; at += chunkSize)
    blocks.push(...scanner.push(bytes.subarray(at, at + chunkSize)));
  blocks.push(...scanner.end());
  const canonical = new TextDecoder().decode(concat(blocks.map((block) => block.bytes)));
  return { canonical, rejected, scanner, blocks };
}

/** A strict reader of canonical CSV, written from its definition alone. */
function readCanonical(text: string, delimiter: string): (string | null)[][] {
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  let i = 0;
  while (i < text.length) {
    if (text[i] === '"') {
      let value = '';
      i++;
      for (;;) {
        if (text[i] === '"' && text[i + 1] === '"') {
          value += '"';
          i += 2;
        } else if (text[i] === '"') break;
        else value += text[i++];
      }
      i++;
      row.push(value === '' ? null : value);
    } else {
      let value = '';
      while (text[i] !== delimiter && text[i] !== '\n') value += text[i++];
      row.push(value === '' ? null : value);
    }
    if (text[i] === '\n') {
      rows.push(row);
      row = [];
    }
    i++;
    if (text[i - 1] === delimiter && i >= text.length) row.push(null);
  }
  return rows;
}

describe('createCsvScanner', () => {
  it('passes clean rows through and keeps the header apart', () => {
    const { canonical, scanner } = scan('a,b\n1,"x, y"\n2,z\n');
    expect(canonical).toBe('1,"x, y"\n2,z\n');
    expect(scanner.header()).toEqual(['a', 'b']);
    expect(scanner.counts).toMatchObject({ rows: 2, rejected: 0, lines: 3 });
  });

  it('empties missing markers and empty quotes, and trims blanks outside quotes', () => {
    const { canonical, scanner } = scan('a,b,c\nNA, x ,""\n"NA",  NA ," y "\n');
    expect(canonical).toBe(',x,\n,," y "\n');
    expect(scanner.counts).toMatchObject({ missingCells: 4, trimmedCells: 1 });
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('reads %s line ends, with and without one at the end', (_, end) => {
    for (const last of ['', end]) {
      expect(scan(['a,b', '1,2', '', '3,4'].join(end) + last).canonical).toBe('1,2\n3,4\n');
    }
  });

  it('rejects ragged rows with their line and text and reads on', () => {
    const { canonical, rejected } = scan('a,b\n1\n1,2\n1,2,3\n\n5,6');
    expect(canonical).toBe('1,2\n5,6\n');
    expect(rejected.map(({ line, code, raw }) => [line, code, raw])).toEqual([
      [2, 'too-few-fields', '1'],
      [4, 'too-many-fields', '1,2,3'],
    ]);
  });

  it('costs a broken quote its own line only', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `${i},"t ${i}",z`);
    rows[500] = '500,"broken,z';
    const { scanner, rejected } = scan(`a,b,c\n${rows.join('\n')}\n`);
    expect(rejected).toHaveLength(1);
    expect(rejected[0]).toMatchObject({ line: 502, raw: '500,"broken,z' });
    expect(scanner.counts).toMatchObject({ rows: 999, rejected: 1, lines: 1001 });
  });

  it('gives up a quote that never closes after the limit and resumes on the next line', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `${i},plain`);
    rows[10] = '10,"never closed';
    const { scanner, rejected } = scan(`a,b\n${rows.join('\n')}\n`);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([[12, 'unterminated-quote']]);
    expect(scanner.counts.rows).toBe(999);
    rows[10] = '10,fine';
    rows[999] = '999,"open at the end';
    const last = scan(`a,b\n${rows.join('\n')}`);
    expect(last.rejected.map(({ line, code }) => [line, code])).toEqual([[1001, 'unterminated-quote']]);
  });

  it('counts physical lines through quoted line breaks', () => {
    const { rejected, scanner } = scan('a,b\n1,"x\ny\r\nz"\nbad\n2,3\n');
    expect(rejected.map(({ line }) => line)).toEqual([5]);
    expect(scanner.counts).toMatchObject({ rows: 2, embeddedNewlines: true, lines: 6 });
    expect([...scanner.lineMap.pairs()]).toEqual([0, 2, 1, 6]);
  });

  it('drops NUL bytes and says where', () => {
    const { canonical, scanner } = scan('a,b\n1,2\nx\0y,3\n');
    expect(canonical).toBe('1,2\nxy,3\n');
    expect(scanner.counts).toMatchObject({ nulBytes: 1, firstNulLine: 3 });
  });

  it('rejects a line over the limit and resumes', () => {
    const { canonical, rejected } = scan(
      `a,b\n${'x'.repeat(600_000)}\n1,2\n`,
      { limits: { lineBytes: 1000 } },
      300_000,
    );
    expect(canonical).toBe('1,2\n');
    expect(rejected).toMatchObject([{ line: 2, code: 'line-too-long' }]);
  });

  it('rewrites other quotes and escapes', () => {
    expect(scan("a,b\n'it''s','p \"q\"'\n", { quote: "'" }).canonical).toBe('it\'s,"p ""q"""\n');
    expect(scan('a,b\n"p \\"q\\"",r\\,s\n', { escape: 'backslash' }).canonical).toBe('"p ""q""","r,s"\n');
    expect(scan('a\tb\n5" pipe\tx,y\n', { quote: null, escape: null, delimiter: '\t' }).canonical).toBe(
      '"5"" pipe"\tx,y\n',
    );
  });

  it('writes a missing cell of a single column so that it stays a row', () => {
    expect(scan('a\nx\nNA\n\ny\n').canonical).toBe('x\n""\ny\n');
  });

  it('skips title lines and takes 10,000 columns', () => {
    const header = Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(',');
    const row = Array.from({ length: 10_000 }, (_, i) => i).join(',');
    const { scanner, canonical } = scan(`title "x\n# more\n${header}\n${row}\n`, { skipLines: 2 }, 5000);
    expect(scanner.columns()).toBe(10_000);
    expect(canonical).toBe(`${row}\n`);
  });

  it('cuts its output into parts of so many rows', () => {
    const { blocks } = scan('a,b\n1,2\n3,4\n5,6\n', { rowsPerPart: 2 }, 1000);
    expect(blocks.map((block) => [new TextDecoder().decode(block.bytes), block.partEnd])).toEqual([
      ['1,2\n3,4\n', true],
      ['5,6\n', false],
    ]);
  });

  it('gives back any table written in any dialect, whatever the chunks', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('', 'NA', '"', '""', ',', ';', '\n', '\r\n', ' x ', "it's", 'é漢😀', 'a"b', '-1.5'),
    );
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      );
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('"', "'") as fc.Arbitrary<'"' | "'">,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 40 }),
        (rows, delimiter, quote, end, chunkSize) => {
          const clean = rows.map((row) => row.map((value) => value.replaceAll('\0', '')));
          const text = clean
            .map(
              (row) =>
                row.map((value) => quote + value.replaceAll(quote, quote + quote) + quote).join(delimiter) +
                end,
            )
            .join('');
          const { canonical, rejected } = scan(text, { header: false, delimiter, quote }, chunkSize);
          const expected = clean.map((row) =>
            row.map((value) => {
              const trimmed = value.replace(delimiter === '\t' ? /^ +| +$/g : /^[ \t]+|[ \t]+$/g, '');
              return trimmed === '' || trimmed === 'NA' ? null : value;
            }),
          );
          expect(rejected).toEqual([]);
          expect(readCanonical(canonical, delimiter)).toEqual(expected);
        },
      ),
      { numRuns: 300 * soak },
    );
  });

  it('accounts for every line of arbitrary bytes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '1', ',', '"', '\n', '\r', ' ', 'NA', '\\', '\0'), { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (pieces, chunkSize) => {
          const text = pieces.join('');
          const whole = scan(text, { header: false, columns: 2 }, 10_000);
          const cut = scan(text, { header: false, columns: 2 }, chunkSize);
          expect(cut.canonical).toBe(whole.canonical);
          expect(cut.rejected).toEqual(whole.rejected);
          const rows = readCanonical(whole.canonical, ',');
          expect(rows).toHaveLength(whole.scanner.counts.rows);
          expect(rows.every((row) => row.length === 2)).toBe(true);
        },
      ),
      { numRuns: 500 * soak },
    );
  });
});
