import type { RejectedRow } from '@assay/contracts';

/** How the scanner reads; `columns` null means that the first row (or the header) decides. */
export type CsvScanOptions = {
  /** One ASCII character. */
  delimiter: string;
  quote: '"' | "'" | null;
  escape: 'double' | 'backslash' | null;
  header: boolean;
  skipLines: number;
  columns: number | null;
  /** Cells equal to one of these after trimming become missing, quoted or not. The empty cell always is. */
  missing: readonly string[];
  onReject: (row: RejectedRow) => void;
  limits?: Partial<CsvLimits>;
  /** Output is cut after every so many rows; never by default. */
  rowsPerPart?: number;
};

/**
 * A quoted field that runs past `quotedBytes` or `quotedLines` is taken for a broken quote: its first physical
 * line is rejected and reading goes on at the next line, so that one stray quote never swallows a file.
 */
export type CsvLimits = {
  quotedBytes: number;
  quotedLines: number;
  lineBytes: number;
  /** Bytes gathered before a scan, so that many small chunks do not cost many scans of a partial row. */
  scanBytes: number;
};

export const CSV_LIMITS: CsvLimits = {
  quotedBytes: 64 * 1024,
  quotedLines: 200,
  lineBytes: 16 * 1024 * 1024,
  scanBytes: 256 * 1024,
};

/** What was seen so far; lines are 1-based physical lines of the file. */
export type CsvCounts = {
  rows: number;
  rejected: number;
  blankLines: number;
  /** Cells that lost surrounding blanks outside quotes. */
  trimmedCells: number;
  missingCells: number;
  nulBytes: number;
  firstNulLine: number | null;
  /** True once a quoted field held a line break: the canonical file then cannot be read in parallel. */
  embeddedNewlines: boolean;
  /** Bytes of the longest accepted row as it stood in the source. */
  longestRow: number;
  lines: number;
};

/** Characters kept of a rejected line. */
export const RAW_LIMIT = 2000;

export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const TAB = 9;
export const DOUBLE_QUOTE = 34;
export const BACKSLASH = 92;

/** The one-byte delimiter, or an error that names the character. */
export function delimiterByte(delimiter: string): number {
  const code = delimiter.charCodeAt(0);
  if (delimiter.length !== 1 || code > 127 || code === LF || code === CR || code === 0) {
    throw new RangeError(`The delimiter must be one ASCII character, not ${JSON.stringify(delimiter)}.`);
  }
  return code;
}
