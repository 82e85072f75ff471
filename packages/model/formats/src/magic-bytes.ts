/** A file kind that announces itself in its first bytes. */
export type BinaryKind = { name: string; advice: string };

type Signature = BinaryKind & { bytes: readonly number[]; offset: number };

const text = (value: string): number[] => [...value].map((character) => character.charCodeAt(0));

const SIGNATURES: readonly Signature[] = [
  {
    name: 'a gzip archive',
    advice: 'Unpack it and upload the table inside.',
    bytes: [0x1f, 0x8b],
    offset: 0,
  },
  {
    name: 'a bzip2 archive',
    advice: 'Unpack it and upload the table inside.',
    bytes: text('BZh'),
    offset: 0,
  },
  {
    name: 'an xz archive',
    advice: 'Unpack it and upload the table inside.',
    bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00],
    offset: 0,
  },
  {
    name: 'a Zstandard archive',
    advice: 'Unpack it and upload the table inside.',
    bytes: [0x28, 0xb5, 0x2f, 0xfd],
    offset: 0,
  },
  {
    name: 'a 7-Zip archive',
    advice: 'Unpack it and upload the table inside.',
    bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
    offset: 0,
  },
  { name: 'a RAR archive', advice: 'Unpack it and upload the table inside.', bytes: text('Rar!'), offset: 0 },
  {
    name: 'a tar archive',
    advice: 'Unpack it and upload the table inside.',
    bytes: text('ustar'),
    offset: 257,
  },
  { name: 'a PDF document', advice: 'Export its table as CSV first.', bytes: text('%PDF-'), offset: 0 },
  {
    name: 'an SQLite database',
    advice: 'Export the table as CSV or Parquet first.',
    bytes: text('SQLite format 3\0'),
    offset: 0,
  },
  {
    name: 'an old Excel workbook (.xls)',
    advice: 'Save the sheet as CSV (UTF-8) first.',
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    offset: 0,
  },
  { name: 'a PNG image', advice: 'Upload a table.', bytes: [0x89, 0x50, 0x4e, 0x47], offset: 0 },
  { name: 'a JPEG image', advice: 'Upload a table.', bytes: [0xff, 0xd8, 0xff], offset: 0 },
  { name: 'an Arrow file', advice: 'Save the table as Parquet first.', bytes: text('ARROW1'), offset: 0 },
  { name: 'an ORC file', advice: 'Save the table as Parquet first.', bytes: text('ORC'), offset: 0 },
  { name: 'an Avro file', advice: 'Save the table as Parquet first.', bytes: text('Obj\u0001'), offset: 0 },
];

const startsWith = (head: Uint8Array, bytes: readonly number[], offset: number): boolean =>
  bytes.every((byte, i) => head[offset + i] === byte);

const holds = (head: Uint8Array, name: string): boolean =>
  new TextDecoder('latin1').decode(head.subarray(0, 4096)).includes(name);

/** True for the four bytes that begin and end every Parquet file. */
export function isParquetMagic(bytes: Uint8Array): boolean {
  return startsWith(bytes, text('PAR1'), 0);
}

/** What the first bytes say the file is, when that is not a table we read; null for text. */
export function binaryKind(head: Uint8Array): BinaryKind | null {
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04], 0) || startsWith(head, [0x50, 0x4b, 0x05, 0x06], 0)) {
    if (holds(head, 'xl/') || (holds(head, '[Content_Types].xml') && !holds(head, 'word/'))) {
      return { name: 'an Excel workbook (.xlsx)', advice: 'Save the sheet as CSV (UTF-8) first.' };
    }
    return { name: 'a ZIP archive', advice: 'Unpack it and upload the table inside.' };
  }
  for (const signature of SIGNATURES) {
    if (startsWith(head, signature.bytes, signature.offset)) {
      return { name: signature.name, advice: signature.advice };
    }
  }
  return null;
}
