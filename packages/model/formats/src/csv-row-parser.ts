import type { RejectedRow } from '@assay/contracts';
import {
  BACKSLASH,
  CR,
  type CsvLimits,
  type CsvScanOptions,
  DOUBLE_QUOTE,
  delimiterByte,
  LF,
  SPACE,
  TAB,
} from './csv-options.ts';
import { createMissingMatcher, type MissingMatcher } from './missing-matcher.ts';

const ORDINARY = 0;
const DELIMITER = 1;
const LINE_FEED = 2;
const CARRIAGE_RETURN = 3;
const QUOTE = 4;
const ODD = 5;
const ESCAPE = 6;

export const INCOMPLETE = -1;
export const FAILED = -2;

/**
 * Finds the extent of one row in contiguous bytes. Results stay in the parser's fields, because this is the
 * innermost loop and must not allocate: a row is copied as it is, less the `cuts` (byte ranges to drop).
 */
export type RowParser = {
  /** Index after the row's terminator, or INCOMPLETE (more bytes needed), or FAILED (`code` says why). */
  parse: (bytes: Uint8Array, start: number, end: number, final: boolean) => number;
  fields: number;
  code: RejectedRow['code'];
  /** 1-based field at which the row failed. */
  failedField: number;
  /** Line breaks inside quoted fields of this row. */
  innerLines: number;
  /** Row needs rewriting field by field: foreign quotes, escapes, NUL bytes. */
  slow: boolean;
  cuts: Int32Array;
  cutCount: number;
  trimmed: number;
  missing: number;
  /** Where the row's content ends, and how: 0 end of file, 1 LF, 2 CRLF, 3 CR. */
  contentEnd: number;
  terminator: 0 | 1 | 2 | 3;
  readonly space: Uint8Array;
  readonly markers: MissingMatcher;
};

function classTables(options: CsvScanOptions): {
  outside: Uint8Array;
  inside: Uint8Array;
  space: Uint8Array;
} {
  const outside = new Uint8Array(256);
  const inside = new Uint8Array(256);
  outside[LF] = LINE_FEED;
  outside[CR] = CARRIAGE_RETURN;
  outside[0] = ODD;
  outside[DOUBLE_QUOTE] = ODD;
  inside[LF] = LINE_FEED;
  inside[CR] = CARRIAGE_RETURN;
  inside[0] = ODD;
  inside[DOUBLE_QUOTE] = ODD;
  if (options.escape === 'backslash') {
    outside[BACKSLASH] = ESCAPE;
    inside[BACKSLASH] = ESCAPE;
  }
  if (options.quote !== null) inside[options.quote.charCodeAt(0)] = QUOTE;
  const delimiter = delimiterByte(options.delimiter);
  outside[delimiter] = DELIMITER;
  const space = new Uint8Array(256);
  space[SPACE] = 1;
  if (delimiter !== TAB) space[TAB] = 1;
  if (delimiter === SPACE) space[SPACE] = 0;
  return { outside, inside, space };
}

export function createRowParser(options: CsvScanOptions, limits: CsvLimits): RowParser {
  const { outside, inside, space } = classTables(options);
  const markers = createMissingMatcher(options.missing);
  const quote = options.quote === null ? -1 : options.quote.charCodeAt(0);
  const verbatimQuote = quote === DOUBLE_QUOTE && options.escape !== 'backslash';

  const cut = (from: number, to: number): void => {
    if (parser.cutCount + 2 > parser.cuts.length) {
      const grown = new Int32Array(parser.cuts.length * 2);
      grown.set(parser.cuts);
      parser.cuts = grown;
    }
    parser.cuts[parser.cutCount] = from;
    parser.cuts[parser.cutCount + 1] = to;
    parser.cutCount += 2;
  };

  /** Called for fields that begin or end with a blank, or whose first byte and length could be a marker. */
  const tidy = (bytes: Uint8Array, from: number, to: number): void => {
    let start = from;
    let end = to;
    while (start < end && space[bytes[start] as number] === 1) start++;
    while (end > start && space[bytes[end - 1] as number] === 1) end--;
    if (start === end || (end - start <= markers.longest && markers.matches(bytes, start, end))) {
      cut(from, to);
      parser.missing++;
      return;
    }
    if (start > from) cut(from, start);
    if (end < to) cut(end, to);
    if (start > from || end < to) parser.trimmed++;
  };

  const tidyQuoted = (bytes: Uint8Array, from: number, open: number, close: number, to: number): void => {
    let start = open + 1;
    let end = close;
    while (start < end && space[bytes[start] as number] === 1) start++;
    while (end > start && space[bytes[end - 1] as number] === 1) end--;
    if (start === end || (end - start <= markers.longest && markers.matches(bytes, start, end))) {
      cut(from, to);
      parser.missing++;
      return;
    }
    if (open > from) cut(from, open);
    if (close + 1 < to) cut(close + 1, to);
  };

  const fail = (code: RejectedRow['code']): number => {
    parser.code = code;
    parser.failedField = parser.fields + 1;
    return FAILED;
  };

  /** Index of the closing quote, or INCOMPLETE or FAILED. */
  const closingQuote = (bytes: Uint8Array, open: number, end: number, final: boolean): number => {
    let i = open + 1;
    let lines = 0;
    const limit = Math.min(end, open + limits.quotedBytes);
    for (;;) {
      let kind = ORDINARY;
      while (i < limit) {
        kind = inside[bytes[i] as number] as number;
        if (kind !== ORDINARY) break;
        i++;
      }
      if (i >= limit) {
        if (limit < end || final) return fail('unterminated-quote');
        return INCOMPLETE;
      }
      if (kind === QUOTE) {
        if (i + 1 >= end && !final) return INCOMPLETE;
        if (i + 1 < end && bytes[i + 1] === quote && options.escape !== 'backslash') {
          i += 2;
          continue;
        }
        if (i + 1 < end && bytes[i + 1] === quote) {
          // Files that escape by backslash sometimes double as well.
          parser.slow = true;
          i += 2;
          continue;
        }
        parser.innerLines += lines;
        return i;
      }
      if (kind === LINE_FEED || (kind === CARRIAGE_RETURN && bytes[i + 1] !== LF)) {
        lines++;
        if (lines > limits.quotedLines) return fail('unterminated-quote');
      } else if (kind === ESCAPE) {
        parser.slow = true;
        i++;
      } else if (kind === ODD) {
        parser.slow = true;
      }
      i++;
    }
  };

  /** The blank run before an opening quote belongs to the quoted field; otherwise the field starts where it did. */
  const openingQuote = (bytes: Uint8Array, from: number, end: number): number => {
    if (quote === -1 || space[SPACE] === 0) return -1;
    let i = from;
    while (i < end && bytes[i] === SPACE) i++;
    return i < end && bytes[i] === quote ? i : -1;
  };

  /** Reads a quoted field from its opening quote; returns the index of what follows it, or a negative result. */
  const quotedField = (
    bytes: Uint8Array,
    from: number,
    open: number,
    end: number,
    final: boolean,
  ): number => {
    const close = closingQuote(bytes, open, end, final);
    if (close < 0) return close;
    let i = close + 1;
    while (i < end && space[bytes[i] as number] === 1) i++;
    if (i < end) {
      const kind = outside[bytes[i] as number] as number;
      if (kind !== DELIMITER && kind !== LINE_FEED && kind !== CARRIAGE_RETURN)
        return fail('text-after-quote');
    }
    if (!verbatimQuote) parser.slow = true;
    const inner = bytes[open + 1] as number;
    const couldBeMarker = markers.first[inner] === 1 && close - open - 1 <= markers.longest + 8;
    if (open > from || i > close + 1 || close === open + 1 || space[inner] === 1 || couldBeMarker) {
      tidyQuoted(bytes, from, open, close, i);
    }
    return i;
  };

  const parse = (bytes: Uint8Array, start: number, end: number, final: boolean): number => {
    const { first, longest } = markers;
    parser.fields = 0;
    parser.innerLines = 0;
    parser.slow = false;
    parser.cutCount = 0;
    parser.trimmed = 0;
    parser.missing = 0;
    let fields = 0;
    let empty = 0;
    let i = start;
    let kind = DELIMITER;
    while (kind === DELIMITER) {
      const from = i;
      const head = i < end ? (bytes[i] as number) : 0;
      const open = head === quote && i < end ? i : head === SPACE ? openingQuote(bytes, i, end) : -1;
      kind = ORDINARY;
      if (open >= 0) {
        parser.fields = fields;
        i = quotedField(bytes, from, open, end, final);
        if (i < 0) return i;
        if (i < end) kind = outside[bytes[i] as number] as number;
      } else {
        for (; i < end; i++) {
          kind = outside[bytes[i] as number] as number;
          if (kind === ORDINARY) continue;
          if (kind < ODD) break;
          parser.slow = true;
          if (kind === ESCAPE) i++;
          kind = ORDINARY;
        }
        if (i > end) i = end;
        if (i === from) empty++;
        else if (
          (first[head] === 1 && i - from <= longest) ||
          space[head] === 1 ||
          space[bytes[i - 1] as number] === 1
        ) {
          tidy(bytes, from, i);
        }
      }
      fields++;
      i++;
    }
    i--;
    parser.fields = fields;
    parser.missing += empty;
    if (i >= end && !final) return INCOMPLETE;
    parser.contentEnd = i;
    if (i >= end) {
      parser.terminator = 0;
      return end;
    }
    if (kind === LINE_FEED) {
      parser.terminator = 1;
      return i + 1;
    }
    if (i + 1 >= end && !final) return INCOMPLETE;
    const pair = i + 1 < end && bytes[i + 1] === LF;
    parser.terminator = pair ? 2 : 3;
    return pair ? i + 2 : i + 1;
  };

  const parser: RowParser = {
    parse,
    fields: 0,
    code: 'unterminated-quote',
    failedField: 0,
    innerLines: 0,
    slow: false,
    cuts: new Int32Array(256),
    cutCount: 0,
    trimmed: 0,
    missing: 0,
    contentEnd: 0,
    terminator: 1,
    space,
    markers,
  };
  return parser;
}
