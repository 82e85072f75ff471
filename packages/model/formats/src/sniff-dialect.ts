import type { Dialect, ImportNotice, TableFormat, TextEncoding } from '@assay/contracts';
import { missingMarkers } from './missing-markers.ts';
import { type SampleRow, sampleRows } from './sample-rows.ts';

export type SniffedDialect = {
  dialect: Dialect;
  /** 0 to 1: how much better the dialect explains the sample than the next one. */
  confidence: number;
  /** Other readings, best first. */
  alternatives: { dialect: Dialect; confidence: number }[];
  /** Fields per row that most rows have. */
  columns: number;
  notices: ImportNotice[];
};

const DELIMITERS = [',', ';', '\t', '|', '^'] as const;
const ROWS = 1000;

type Reading = {
  delimiter: string;
  quote: '"' | "'" | null;
  backslash: boolean;
  rows: SampleRow[];
  columns: number;
  score: number;
};

/** Most common number of fields, ties to the larger. */
function modalFields(rows: readonly SampleRow[]): { columns: number; share: number } {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  let columns = 1;
  let most = 0;
  for (const [fields, count] of counts) {
    if (count > most || (count === most && fields > columns)) {
      columns = fields;
      most = count;
    }
  }
  return { columns, share: rows.length === 0 ? 0 : most / rows.length };
}

const TYPED =
  /^([+-]?\d[\d.,]*([eE][+-]?\d+)?%?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*|true|false|yes|no|[A-Za-z]{1,12}|)$/i;

function read(text: string, delimiter: string, quote: Reading['quote'], backslash: boolean): Reading {
  const rows = sampleRows(text, { delimiter, quote, backslash }, ROWS);
  const { columns, share } = modalFields(rows);
  const sound = rows.filter((row) => row.sound).length / Math.max(1, rows.length);
  const body = rows.slice(0, 100).flatMap((row) => row.cells);
  const typed = body.filter((cell) => TYPED.test(cell)).length / Math.max(1, body.length);
  const quoted = rows.some((row) => row.quotedCells > 0);
  // Several columns of the same count explain more than one column; quotes must earn their place.
  let score = columns === 1 ? 0.3 : share * (0.7 + 0.3 * typed) * sound;
  if (columns > 1) score += Math.min(0.05, columns / 1000);
  if (quoted && quote === '"') score += 0.03;
  if (quoted && quote === "'") score += sound === 1 ? 0.02 : -0.2;
  // Without quotes, a cell that begins with one is half of a cell that held the delimiter.
  if (quote === null && body.some((cell) => cell.startsWith('"'))) score -= 0.2;
  return { delimiter, quote, backslash, rows, columns, score };
}

/** Title or comment lines before the table: lines far narrower than the table, or marked as comments. */
function leadingLines(reading: Reading): number {
  if (reading.columns < 2) {
    let skip = 0;
    for (const row of reading.rows.slice(0, 20)) {
      if (!/^(#|\/\/)/.test(row.cells[0] ?? '')) break;
      skip = row.line;
    }
    return skip;
  }
  let skip = 0;
  for (const row of reading.rows.slice(0, 50)) {
    const comment = /^(#|\/\/|--\s)/.test(row.cells[0] ?? '') && row.cells.length !== reading.columns;
    const narrow =
      row.cells.filter((cell) => cell !== '').length <= Math.max(1, Math.floor(reading.columns / 3));
    if (!comment && !(narrow && row.cells.length !== reading.columns)) break;
    skip = row.line;
  }
  return Math.min(skip, 1000);
}

const VALUE = /^[+-]?[\d.,]+([eE][+-]?\d+)?%?$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/;

/** A header is made of names: typed columns without a typed first cell speak for it, repeated values against. */
export function looksLikeHeader(rows: readonly (readonly string[])[]): boolean {
  const [first, ...body] = rows;
  if (first === undefined) return false;
  const named = first.filter((cell) => cell !== '');
  if (named.length === 0) return false;
  if (named.some((cell) => VALUE.test(cell) && !/^(19|20)\d\d$/.test(cell))) return false;
  if (body.length === 0) return true;
  let votes = 0;
  for (let c = 0; c < first.length; c++) {
    const values = body.map((row) => row[c] ?? '').filter((cell) => cell !== '');
    if (values.length === 0) continue;
    const head = first[c] ?? '';
    const typed = values.filter((value) => VALUE.test(value)).length / values.length;
    if (typed > 0.8 && !VALUE.test(head)) votes += 2;
    else if (values.includes(head)) votes -= 2;
    else if (head !== '' && head.length <= 64) votes += 0.5;
  }
  return votes > 0;
}

const asDialect = (
  reading: Pick<Reading, 'delimiter' | 'quote' | 'backslash'>,
  rest: Pick<Dialect, 'encoding' | 'header' | 'skipLines' | 'missing'>,
): Dialect => ({
  format: reading.delimiter === '\t' ? 'tsv' : 'csv',
  encoding: rest.encoding,
  delimiter: reading.delimiter,
  quote: reading.quote,
  escape: reading.quote === null ? null : reading.backslash ? 'backslash' : 'double',
  header: rest.header,
  skipLines: rest.skipLines,
  missing: rest.missing,
});

/** A dialect for formats that state their own structure. */
export function fixedDialect(format: 'jsonl' | 'parquet', encoding: TextEncoding): Dialect {
  return {
    format,
    encoding,
    delimiter: null,
    quote: null,
    escape: null,
    header: false,
    skipLines: 0,
    missing: [''],
  };
}

function finish(reading: Reading, encoding: TextEncoding): { dialect: Dialect; columns: number } {
  const skipLines = leadingLines(reading);
  const rows = reading.rows.filter((row) => row.line > skipLines && row.sound);
  const header = looksLikeHeader(rows.slice(0, 200).map((row) => row.cells));
  const body = rows.slice(header ? 1 : 0).filter((row) => row.cells.length === reading.columns);
  const columns = Array.from({ length: reading.columns }, (_, c) => body.map((row) => row.cells[c] ?? ''));
  const missing = ['', ...missingMarkers(columns)];
  return {
    dialect: asDialect(reading, { encoding, header, skipLines, missing }),
    columns: reading.rows.length === 0 ? 0 : reading.columns,
  };
}

/**
 * Reads the dialect off sample text (decoded, without byte-order mark; whole lines, or a cut last line when
 * `complete` is false). `format` is what `detectFile` found; `tsv` only makes the tab likelier.
 */
export function sniffDialect(
  text: string,
  options: { format: TableFormat; encoding: TextEncoding; complete: boolean },
): SniffedDialect {
  const { format, encoding } = options;
  if (format === 'jsonl' || format === 'parquet') {
    return {
      dialect: fixedDialect(format, encoding),
      confidence: 1,
      alternatives: [],
      columns: 0,
      notices: [],
    };
  }
  const lastBreak = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  const whole = options.complete || lastBreak < 0 ? text : text.slice(0, lastBreak + 1);
  const declared = /^sep=(.)\r?\n/i.exec(whole)?.[1];
  const backslash =
    /\\"/.test(whole) &&
    !/""/.test(whole.replaceAll('\\"', '').replaceAll(/(^|[,;\t|^])""(?=$|[,;\t|^\r\n])/gm, ''));
  const quotes: Reading['quote'][] = ['"'];
  if (/(^|[,;\t|^\n] ?)'/.test(whole)) quotes.push("'");
  if (whole.includes('"')) quotes.push(null);
  const delimiters: readonly string[] = declared === undefined ? DELIMITERS : [declared];
  const readings = delimiters
    .flatMap((delimiter) => quotes.map((quote) => read(whole, delimiter, quote, backslash && quote !== null)))
    .map((reading) =>
      format === 'tsv' && reading.delimiter === '\t' ? { ...reading, score: reading.score + 0.1 } : reading,
    )
    .sort((a, b) => b.score - a.score);
  const best = readings[0] as Reading;
  const chosen = finish(best, encoding);
  if (declared !== undefined) chosen.dialect.skipLines = Math.max(1, chosen.dialect.skipLines);
  const rival = readings.find((reading) => reading.delimiter !== best.delimiter && reading.columns > 1);
  const confidence =
    best.columns === 1 ? 0.5 : Math.max(0, Math.min(1, best.score - (rival?.score ?? 0) * 0.5 + 0.1));
  const alternatives = readings
    .slice(1)
    .filter((reading) => reading.columns > 1 && reading.score > 0.4)
    .slice(0, 3)
    .map((reading) => ({
      dialect: finish(reading, encoding).dialect,
      confidence: Math.max(0, Math.min(1, reading.score / 2)),
    }));
  return { ...chosen, confidence, alternatives, notices: sniffNotices(chosen.dialect, chosen.columns) };
}

function sniffNotices(dialect: Dialect, columns: number): ImportNotice[] {
  const notices: ImportNotice[] = [];
  const say = (severity: ImportNotice['severity'], code: string, message: string, count: number | null) =>
    notices.push({ severity, code, message, column: null, line: null, count });
  if (dialect.skipLines > 0) {
    say(
      'info',
      'skipped-lines',
      `The first ${dialect.skipLines} lines are a title or comments and were left out.`,
      dialect.skipLines,
    );
  }
  if (!dialect.header) {
    say('info', 'no-header', 'The first row looks like data, not like names: columns are numbered.', null);
  }
  if (columns === 1) {
    say(
      'warning',
      'one-column',
      'No delimiter was found: the file is read as one column. Set the delimiter if there are more.',
      null,
    );
  }
  if (dialect.missing.length > 1) {
    const shown = dialect.missing.slice(1).map((marker) => `"${marker}"`);
    say(
      'info',
      'missing-markers',
      `Cells equal to ${shown.join(', ')} are read as missing.`,
      dialect.missing.length - 1,
    );
  }
  return notices;
}
