import { describe, expect, it } from 'vitest';
import { detectFile, ImportFailure } from './index.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function failure(head: Uint8Array, name: string): ImportFailure {
  try {
    detectFile(head, name);
  } catch (error) {
    if (error instanceof ImportFailure) return error;
    throw error;
  }
  throw new Error('detectFile took the file');
}

describe('detectFile', () => {
  it('names archives, workbooks and documents that call themselves a table', () => {
    const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, ...utf8('....data.csv')]);
    expect(failure(zip, 'people.csv').message).toBe(
      'people.csv is a ZIP archive, not a CSV. Unpack it and upload the table inside. Nothing was imported.',
    );
    const xlsx = Uint8Array.from([
      0x50,
      0x4b,
      3,
      4,
      20,
      0,
      ...utf8('[Content_Types].xml ... xl/workbook.xml'),
    ]);
    expect(failure(xlsx, 'people.csv').message).toContain('Excel workbook');
    expect(failure(Uint8Array.from([0x1f, 0x8b, 8]), 'a.csv').message).toContain('gzip');
    expect(failure(utf8('%PDF-1.7'), 'a.csv').message).toContain('PDF');
    expect(failure(utf8('SQLite format 3\0'), 'a.csv').message).toContain('SQLite');
    expect(failure(utf8('PAR?'), 'a.parquet').message).toContain('PAR1');
    expect(failure(new Uint8Array(100), 'a.csv').message).toContain('NUL bytes');
    expect(failure(new Uint8Array(0), 'a.csv').reason).toBe('empty-file');
  });

  it('tells formats by content first', () => {
    expect(detectFile(utf8('PAR1....'), 'a.csv')).toMatchObject({ format: 'parquet' });
    expect(detectFile(utf8('{"a":1}\n'), 'a.csv').format).toBe('jsonl');
    expect(detectFile(utf8('a,b\n'), 'a.csv').format).toBe('csv');
    expect(detectFile(utf8('a\tb\n'), 'a.tsv').format).toBe('tsv');
  });

  it.each([
    ['plain', utf8('a,b\nx,y\n'), 'utf-8'],
    ['utf-8', utf8('name\nÄpfel\n漢字\n'), 'utf-8'],
    ['utf-8 with mark', utf8('\ufeffname\nx\n'), 'utf-8'],
    ['utf-16le with mark', Uint8Array.from([0xff, 0xfe, 0x61, 0]), 'utf-16le'],
    ['utf-16le', Uint8Array.from([...'name,age\nbob,3\n'].flatMap((c) => [c.charCodeAt(0), 0])), 'utf-16le'],
    ['utf-16be', Uint8Array.from([...'name,age\nbob,3\n'].flatMap((c) => [0, c.charCodeAt(0)])), 'utf-16be'],
    [
      'windows-1252',
      Uint8Array.from([...'Café,Müller,Señor,crème\n'].map((c) => c.charCodeAt(0))),
      'windows-1252',
    ],
    // Łódź, Kraków, Gdańsk, Świętochłowice in ISO 8859-2.
    [
      'iso-8859-2',
      Uint8Array.from([
        ...[0xa3, 0xf3, 0x64, 0xbc, 0x2c, 0x4b, 0x72, 0x61, 0x6b, 0xf3, 0x77, 0x2c],
        ...[
          0x47, 0x64, 0x61, 0xf1, 0x73, 0x6b, 0x2c, 0xa6, 0x77, 0x69, 0xea, 0x74, 0x6f, 0x63, 0x68, 0xb3,
          0x0a,
        ],
      ]),
      'iso-8859-2',
    ],
    // Москва, город, привет in windows-1251.
    [
      'windows-1251',
      Uint8Array.from([
        ...[0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0, 0x2c, 0xe3, 0xee, 0xf0, 0xee, 0xe4, 0x2c],
        ...[0xef, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x0a],
      ]),
      'windows-1251',
    ],
    // 東京都, カタカナ, ひらがな in Shift JIS.
    [
      'shift_jis',
      Uint8Array.from([
        ...[0x93, 0x8c, 0x8b, 0x9e, 0x93, 0x73, 0x2c, 0x83, 0x4a, 0x83, 0x5e, 0x83, 0x4a, 0x83, 0x69, 0x2c],
        ...[0x82, 0xd0, 0x82, 0xe7, 0x82, 0xaa, 0x82, 0xc8, 0x0a],
      ]),
      'shift_jis',
    ],
    // 中国人民, 我们的世界 in GB 18030.
    [
      'gb18030',
      Uint8Array.from([
        ...[0xd6, 0xd0, 0xb9, 0xfa, 0xc8, 0xcb, 0xc3, 0xf1, 0x2c],
        ...[0xce, 0xd2, 0xc3, 0xc7, 0xb5, 0xc4, 0xca, 0xc0, 0xbd, 0xe7, 0x0a],
      ]),
      'gb18030',
    ],
  ])('reads the encoding of %s text', (_, bytes, encoding) => {
    expect(detectFile(bytes, 'a.csv').encoding).toBe(encoding);
  });

  it('calls UTF-8 with a few bad lines mixed', () => {
    const bytes = Uint8Array.from([...utf8('name\nÄpfel\nÖl\nÜber\n'), 0x63, 0xe9, 0x0a]);
    const found = detectFile(bytes, 'a.csv');
    expect(found.encoding).toBe('mixed');
    expect(found.notices.map((notice) => notice.code)).toContain('encoding');
  });
});
