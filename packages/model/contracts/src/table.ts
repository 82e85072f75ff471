import { z } from 'zod';

/** File formats that a source can be read from. `tsv` is `csv` with a tab, kept apart because people name it. */
export const tableFormat = z.enum(['csv', 'tsv', 'jsonl', 'parquet']);
export type TableFormat = z.infer<typeof tableFormat>;

/**
 * Text encodings, as WHATWG labels that `TextDecoder` takes. `mixed` is UTF-8 in which some lines are not valid
 * and are read as windows-1252, line by line.
 */
export const textEncoding = z.enum([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-2',
  'windows-1251',
  'shift_jis',
  'gb18030',
  'mixed',
]);
export type TextEncoding = z.infer<typeof textEncoding>;

/** How a delimited file is written. Irrelevant fields are null for JSONL and Parquet. */
export const dialect = z.object({
  format: tableFormat,
  encoding: textEncoding,
  delimiter: z.string().length(1).nullable(),
  quote: z.enum(['"', "'"]).nullable(),
  /** `double` means that a quote is doubled inside a quoted field (RFC 4180); `backslash` that it is escaped. */
  escape: z.enum(['double', 'backslash']).nullable(),
  header: z.boolean(),
  /** Physical lines before the header or the first row: titles, comments. */
  skipLines: z.number().int().min(0).max(1000),
  /** Cells equal to one of these, after trimming, are missing. The empty string is always among them. */
  missing: z.array(z.string().max(64)).max(64),
});
export type Dialect = z.infer<typeof dialect>;

/** Logical column types (what a column is), inferred from its values and correctable by a person. */
export const columnType = z.enum([
  'integer',
  'decimal',
  'boolean',
  'category',
  'datetime',
  'text',
  'identifier',
]);
export type ColumnType = z.infer<typeof columnType>;

/** DuckDB types in which a column is stored; the schema of every chunk. */
export const physicalType = z.enum([
  'BIGINT',
  'DOUBLE',
  'BOOLEAN',
  'VARCHAR',
  'DATE',
  'TIMESTAMP',
  'TIMESTAMPTZ',
]);
export type PhysicalType = z.infer<typeof physicalType>;

/** What a column is for. A quasi-identifier singles people out only together with others. */
export const columnRole = z.enum(['identifier', 'quasi-identifier', 'sensitive', 'target', 'feature']);
export type ColumnRole = z.infer<typeof columnRole>;

/** How the text of a column is read into its physical type. */
export const columnParse = z.object({
  decimalSeparator: z.enum(['.', ',']).default('.'),
  thousandsSeparator: z.enum([',', '.', ' ', "'", '_']).nullable().default(null),
  /** strptime formats, tried in order; a second one is there when a column mixes two. */
  datetimeFormats: z.array(z.string().max(64)).max(4).default([]),
  trueValues: z.array(z.string().max(32)).max(8).default([]),
  falseValues: z.array(z.string().max(32)).max(8).default([]),
});
export type ColumnParse = z.infer<typeof columnParse>;

/** One column of a source version: its storage and its entry in the data dictionary. */
export const columnSpec = z.object({
  index: z.number().int().min(0),
  /** Unique in the table, also when compared without case; derived from `sourceName`. */
  name: z.string().min(1).max(256),
  /** The header exactly as the file has it; may be empty or repeated. */
  sourceName: z.string().max(4096),
  type: columnType,
  physical: physicalType,
  role: columnRole,
  parse: columnParse,
  /** Data dictionary. */
  label: z.string().max(256),
  unit: z.string().max(64).nullable(),
  meaning: z.string().max(2000).nullable(),
  allowedValues: z.array(z.string().max(512)).max(1000).nullable(),
  /** Of a target: the values that count as the favourable outcome, where a person has said so. */
  favourable: z.array(z.string().max(512)).max(50).optional(),
  /**
   * `image`: its cells are ids of pictures of the project, each row is a picture. `frames`: each row is a sequence of so
   * many pictures, of which the other is the first.
   */
  holds: z.enum(['image', 'frames']).optional(),
});
export type ColumnSpec = z.infer<typeof columnSpec>;

/** A row that could not be read, kept aside with its raw text. `line` is 1-based in the uploaded file. */
export const rejectedRow = z.object({
  line: z.number().int().min(1),
  code: z.enum([
    'too-many-fields',
    'too-few-fields',
    'unterminated-quote',
    'text-after-quote',
    'invalid-json',
    'not-an-object',
    'line-too-long',
  ]),
  message: z.string(),
  raw: z.string().max(2000),
});
export type RejectedRow = z.infer<typeof rejectedRow>;

/** Something to tell the person who imports: never fatal, always names the column or the line where it can. */
export const importNotice = z.object({
  severity: z.enum(['info', 'warning', 'error']),
  code: z.string().max(64),
  message: z.string().max(1000),
  column: z.string().max(256).nullable(),
  line: z.number().int().min(1).nullable(),
  count: z.number().int().min(0).nullable(),
});
export type ImportNotice = z.infer<typeof importNotice>;

/** A content-addressed Parquet chunk of a version. Rows `rowStart .. rowStart + rows - 1` in import order. */
export const chunkRef = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  key: z.string().max(512),
  bytes: z.number().int().min(0),
  rows: z.number().int().min(0),
  rowStart: z.number().int().min(0),
});
export type ChunkRef = z.infer<typeof chunkRef>;

/** What a table version is made of. The physical row number column in each chunk is `__row` (BIGINT, from 0). */
export const tableManifest = z.object({
  type: z.literal('assay.table-manifest'),
  version: z.literal(1),
  columns: z.array(columnSpec),
  rows: z.number().int().min(0),
  chunks: z.array(chunkRef),
});
export type TableManifest = z.infer<typeof tableManifest>;

/** Name of the hidden row-number column in every chunk: the stable row address that grids link to. */
export const ROW_COLUMN = '__row';

/** Formats that rows are downloaded in, and how their files end. */
export const rowsFormat = z.enum(['csv', 'jsonl', 'parquet']);
export type RowsFormat = z.infer<typeof rowsFormat>;
