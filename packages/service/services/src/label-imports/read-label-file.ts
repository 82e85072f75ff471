import { setImmediate as breathe } from 'node:timers/promises';
import { AssayError, MOST_IMPORT_COLUMNS, MOST_IMPORT_RECORDS, type RejectedRow } from '@assay/contracts';
import {
  createCsvCellReader,
  createCsvScanner,
  createTranscoder,
  decodeSample,
  detectFile,
  headerNames,
  lineOfRow,
  sniffDialect,
} from '@assay/formats';

/** A line that cannot be read is kept for the file of what was refused so far. */
const MOST_KEPT_OF_LINE = 2000;
/** A record is a few hundred characters; a line of more than this is none. */
const LONGEST_LINE = 1024 ** 2;

export type FileRecord =
  | { line: number; cells: readonly (string | null)[] }
  | { line: number; text: string }
  | { line: number; unreadable: string; raw: string }
  /** No record: something that records are taken without, or otherwise than it stands. */
  | { line: number; note: string; code: 'unreadable' | 'changed'; field: string | null; raw: string };

export type LabelFile = {
  format: 'csv' | 'jsonl';
  /** Of a CSV file. */
  columns: string[];
  records: FileRecord[];
};

function tooMany(): AssayError {
  return new AssayError('too-large', `The file has more than ${MOST_IMPORT_RECORDS} records.`, {
    kept: 'Nothing was imported.',
    next: 'Split it, and import the parts one after the other.',
  });
}

/**
 * Reads a whole file of labels. What is no table of text is refused as a whole; a line that cannot be read is a record
 * that says so.
 */
export async function readLabelFile(
  bytes: Uint8Array,
  fileName: string,
  throwIfStopped: () => void,
): Promise<LabelFile> {
  const detected = detectFile(bytes.subarray(0, 64 * 1024), fileName);
  if (detected.format === 'parquet') {
    throw new AssayError('bad-input', `${fileName} is Parquet.`, {
      kept: 'Nothing was imported.',
      next: 'Bring labels as CSV or JSONL.',
    });
  }
  return detected.format === 'jsonl'
    ? readLines(bytes, detected.encoding, throwIfStopped)
    : readCsv(bytes, detected, throwIfStopped);
}

async function readLines(
  bytes: Uint8Array,
  encoding: ReturnType<typeof detectFile>['encoding'],
  throwIfStopped: () => void,
): Promise<LabelFile> {
  const records: FileRecord[] = [];
  const decoder = new TextDecoder();
  let rest = '';
  let line = 0;
  const take = (text: string) => {
    line += 1;
    if (text.trim() === '') return;
    if (records.length >= MOST_IMPORT_RECORDS) throw tooMany();
    records.push(
      text.length > LONGEST_LINE
        ? {
            line,
            unreadable: 'The line is longer than a record can be.',
            raw: text.slice(0, MOST_KEPT_OF_LINE),
          }
        : { line, text },
    );
  };
  for await (const part of utf8Parts(bytes, encoding)) {
    throwIfStopped();
    const lines = (rest + decoder.decode(part, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) take(text.endsWith('\r') ? text.slice(0, -1) : text);
  }
  if (rest !== '') take(rest);
  return { format: 'jsonl', columns: [], records };
}

const PART = 1024 ** 2;

/** The bytes as UTF-8, part by part, so that other work has its turn. */
async function* utf8Parts(bytes: Uint8Array, encoding: ReturnType<typeof detectFile>['encoding']) {
  const transcoder = createTranscoder(encoding);
  for (let from = 0; from < bytes.length; from += PART) {
    yield transcoder.push(bytes.subarray(from, from + PART));
    await breathe();
  }
  yield transcoder.end();
}

async function readCsv(
  bytes: Uint8Array,
  { format, encoding }: ReturnType<typeof detectFile>,
  throwIfStopped: () => void,
): Promise<LabelFile> {
  const head = bytes.subarray(0, 256 * 1024);
  const complete = head.length === bytes.length;
  const { dialect } = sniffDialect(decodeSample(head, encoding), { format, encoding, complete });
  const delimiter = dialect.delimiter ?? ',';
  const rejected: RejectedRow[] = [];
  const scanner = createCsvScanner({
    delimiter,
    quote: dialect.quote,
    escape: dialect.escape,
    // The first line names the columns: without names nothing could be mapped.
    header: true,
    skipLines: dialect.skipLines,
    columns: null,
    // "None" and "NA" may well be labels.
    missing: [''],
    onReject: (row) => {
      rejected.push(row);
      if (rejected.length > MOST_IMPORT_RECORDS) throw tooMany();
    },
  });
  const reader = createCsvCellReader(delimiter);
  const decoder = new TextDecoder();
  const rows: (string | null)[][] = [];
  const take = (blocks: ReturnType<typeof scanner.push>) => {
    for (const block of blocks) {
      for (const row of reader.push(decoder.decode(block.bytes, { stream: true }))) rows.push(row);
      if (rows.length + rejected.length > MOST_IMPORT_RECORDS) throw tooMany();
    }
  };
  for await (const part of utf8Parts(bytes, encoding)) {
    throwIfStopped();
    take(scanner.push(part));
    if ((scanner.columns() ?? 0) > MOST_IMPORT_COLUMNS) {
      throw new AssayError('bad-input', `The file has more than ${MOST_IMPORT_COLUMNS} columns.`, {
        kept: 'Nothing was imported.',
        next: 'Leave out what says nothing of labels.',
      });
    }
  }
  take(scanner.end());
  for (const row of reader.end()) rows.push(row);
  const { names } = headerNames(scanner.header(), scanner.columns() ?? 0);
  const lines = scanner.lineMap.pairs();
  const records: FileRecord[] = [
    ...rows.map((cells, at) => ({ line: lineOfRow(lines, at) ?? 0, cells })),
    ...rejected.map(({ line, message, raw }) => ({ line, unreadable: sentenceOf(message), raw })),
  ];
  return { format: 'csv', columns: names, records: records.sort((a, b) => a.line - b.line) };
}

/** What is wrong, without the line, which stands beside it, and without what becomes of the line elsewhere. */
function sentenceOf(message: string): string {
  const text = message
    .replace(/^Line \d+: /, '')
    .replace(/ The line is kept.*$|\. Its beginning is kept.*$/s, '');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
