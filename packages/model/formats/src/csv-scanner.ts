import type { RejectedRow } from '@assay/contracts';
import { createByteSink } from './byte-sink.ts';
import {
  CR,
  CSV_LIMITS,
  type CsvCounts,
  type CsvScanOptions,
  DOUBLE_QUOTE,
  delimiterByte,
  LF,
  RAW_LIMIT,
} from './csv-options.ts';
import { needsQuotes, visitFields } from './csv-row-fields.ts';
import { createRowParser, FAILED, INCOMPLETE } from './csv-row-parser.ts';
import { ImportFailure } from './import-failure.ts';
import { createLineMap, type LineMap } from './line-map.ts';

/**
 * Reads delimited text (valid UTF-8 bytes, byte-order mark removed) and writes canonical CSV.
 *
 * Canonical: the source's delimiter, `"` as quote, doubled inside quoted fields, LF after each row, no header,
 * exactly `columns` fields per row; blanks outside quotes are gone; a missing cell is empty and unquoted. An empty
 * quoted cell is missing too. In a file of one column a missing cell is written `""`, for an empty line is no row.
 * Rows that cannot be read are reported with their physical line; lines without any character are skipped.
 *
 * After a bad row that began a quoted field over several lines only its first physical line is rejected, and
 * reading goes on at the next line.
 */
export type CsvScanner = {
  push: (chunk: Uint8Array) => CanonicalBlock[];
  end: () => CanonicalBlock[];
  counts: CsvCounts;
  lineMap: LineMap;
  /** Header cells as written, once seen; null when the file has none. */
  header: () => readonly string[] | null;
  /** Fields per row, once known. */
  columns: () => number | null;
};

/** Canonical rows; `partEnd` is true where a part of `rowsPerPart` rows is complete. */
export type CanonicalBlock = { bytes: Uint8Array; partEnd: boolean };

export function createCsvScanner(options: CsvScanOptions): CsvScanner {
  const limits = { ...CSV_LIMITS, ...options.limits };
  const delimiter = delimiterByte(options.delimiter);
  const parser = createRowParser(options, limits);
  const fieldOptions = { quote: options.quote, escape: options.escape, delimiter, space: parser.space };
  const sink = createByteSink(limits.scanBytes);
  const counts: CsvCounts = {
    rows: 0,
    rejected: 0,
    blankLines: 0,
    trimmedCells: 0,
    missingCells: 0,
    nulBytes: 0,
    firstNulLine: null,
    embeddedNewlines: false,
    longestRow: 0,
    lines: 0,
  };
  let columns = options.columns;
  let header: string[] | null = null;
  let toSkip = options.skipLines;
  let line = 1;
  let skippingLongLine = false;
  const lineMap = createLineMap();
  const rowsPerPart = options.rowsPerPart ?? Number.POSITIVE_INFINITY;
  let blocks: CanonicalBlock[] = [];
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;
  let carried = 0;

  const lineEnd = (bytes: Uint8Array, from: number, end: number): number => {
    let i = from;
    while (i < end && bytes[i] !== LF && bytes[i] !== CR) i++;
    return i;
  };
  const afterLine = (bytes: Uint8Array, at: number, end: number): number =>
    at >= end ? end : bytes[at] === CR && at + 1 < end && bytes[at + 1] === LF ? at + 2 : at + 1;

  const reject = (
    code: RejectedRow['code'],
    message: string,
    bytes: Uint8Array,
    from: number,
    to: number,
  ): void => {
    counts.rejected++;
    const raw = new TextDecoder().decode(bytes.subarray(from, Math.min(to, from + RAW_LIMIT)));
    options.onReject({ line, code, message, raw: raw.slice(0, RAW_LIMIT) });
  };

  const describe = (code: RejectedRow['code'], field: number, found: number): string => {
    const kept = 'The line is kept aside with the rejected rows; reading went on at the next line.';
    if (code === 'unterminated-quote') {
      return `Line ${line}: the quote opened in field ${field} is not closed within ${limits.quotedLines} lines or ${limits.quotedBytes} bytes. ${kept}`;
    }
    if (code === 'text-after-quote') {
      return `Line ${line}: field ${field} has text after its closing quote. ${kept}`;
    }
    return `Line ${line}: ${found} fields where ${columns} are expected. ${kept}`;
  };

  const rewrite = (bytes: Uint8Array, start: number): void => {
    let index = 0;
    let missing = 0;
    const seen = visitFields(bytes, start, parser.contentEnd, fieldOptions, (content, length) => {
      if (index++ > 0) sink.byte(delimiter);
      let from = 0;
      let to = length;
      while (from < to && parser.space[content[from] as number] === 1) from++;
      while (to > from && parser.space[content[to - 1] as number] === 1) to--;
      const marked = to - from <= parser.markers.longest && parser.markers.matches(content, from, to);
      if (from === to || marked) {
        missing++;
        if (columns === 1) {
          sink.byte(DOUBLE_QUOTE);
          sink.byte(DOUBLE_QUOTE);
        }
      } else if (needsQuotes(content, length, delimiter)) {
        sink.byte(DOUBLE_QUOTE);
        let copied = 0;
        for (let i = 0; i < length; i++) {
          if (content[i] !== DOUBLE_QUOTE) continue;
          sink.copy(content, copied, i + 1);
          copied = i;
        }
        sink.copy(content, copied, length);
        sink.byte(DOUBLE_QUOTE);
      } else sink.copy(content, 0, length);
    });
    sink.byte(LF);
    counts.missingCells += missing;
    if (seen.nulBytes > 0) {
      counts.nulBytes += seen.nulBytes;
      counts.firstNulLine ??= line;
    }
  };

  const readHeader = (bytes: Uint8Array, start: number): void => {
    const cells: string[] = [];
    const decoder = new TextDecoder();
    visitFields(bytes, start, parser.contentEnd, fieldOptions, (content, length) => {
      cells.push(decoder.decode(content.subarray(0, length)));
    });
    header = cells;
    columns ??= cells.length;
  };

  /** Scans complete rows of `bytes`; returns where the unfinished row begins. */
  const scan = (bytes: Uint8Array, final: boolean): number => {
    const end = bytes.length;
    let position = 0;
    let copied = 0;
    const dropTo = (from: number, to: number): void => {
      sink.copy(bytes, copied, from);
      copied = to;
    };
    while (position < end) {
      const start = position;
      if (skippingLongLine || toSkip > 0) {
        const stop = lineEnd(bytes, start, end);
        if (stop + 1 >= end && !final && (stop === end || bytes[stop] === CR)) {
          if (stop < end || !skippingLongLine) break;
          dropTo(start, end);
          return end;
        }
        position = afterLine(bytes, stop, end);
        dropTo(start, position);
        if (skippingLongLine) skippingLongLine = false;
        else toSkip--;
        line++;
        continue;
      }
      const head = bytes[start] as number;
      if (head === LF || head === CR) {
        if (head === CR && start + 1 >= end && !final) break;
        position = afterLine(bytes, start, end);
        dropTo(start, position);
        counts.blankLines++;
        line++;
        continue;
      }
      const next = parser.parse(bytes, start, end, final);
      if (next === INCOMPLETE) {
        if (end - start < limits.lineBytes) break;
        const message = `Line ${line}: longer than ${limits.lineBytes} bytes. Its beginning is kept with the rejected rows; reading went on at the next line.`;
        reject('line-too-long', message, bytes, start, end);
        skippingLongLine = true;
        continue;
      }
      const failed = next === FAILED;
      if (header === null && options.header) {
        if (failed) {
          throw new ImportFailure(
            'bad-header',
            `Line ${line}: the header cannot be read (field ${parser.failedField}: ${parser.code}). Nothing was imported; mend the line or change the dialect.`,
            { line },
          );
        }
        readHeader(bytes, start);
        dropTo(start, next);
        position = next;
        line += 1 + parser.innerLines;
        continue;
      }
      columns ??= failed ? null : parser.fields;
      if (failed || parser.fields !== columns) {
        const code = failed
          ? parser.code
          : parser.fields > (columns ?? 0)
            ? 'too-many-fields'
            : 'too-few-fields';
        const stop = lineEnd(bytes, start, end);
        if (stop + 1 >= end && !final) break;
        reject(code, describe(code, parser.failedField, parser.fields), bytes, start, stop);
        position = afterLine(bytes, stop, end);
        dropTo(start, position);
        line++;
        continue;
      }
      if (parser.slow || (columns === 1 && parser.missing === 1)) {
        sink.copy(bytes, copied, start);
        rewrite(bytes, start);
        copied = next;
      } else {
        for (let c = 0; c < parser.cutCount; c += 2)
          dropTo(parser.cuts[c] as number, parser.cuts[c + 1] as number);
        if (parser.terminator === 2) dropTo(parser.contentEnd, parser.contentEnd + 1);
        else if (parser.terminator !== 1) {
          dropTo(parser.contentEnd, next);
          sink.byte(LF);
        }
        counts.missingCells += parser.missing;
      }
      counts.trimmedCells += parser.trimmed;
      if (parser.innerLines > 0) counts.embeddedNewlines = true;
      if (next - start > counts.longestRow) counts.longestRow = next - start;
      lineMap.add(counts.rows, line);
      counts.rows++;
      if (counts.rows % rowsPerPart === 0) {
        sink.copy(bytes, copied, next);
        copied = next;
        blocks.push({ bytes: sink.take(), partEnd: true });
      }
      line += 1 + parser.innerLines;
      position = next;
    }
    sink.copy(bytes, copied, position);
    return position;
  };

  const drain = (final: boolean): CanonicalBlock[] => {
    let bytes = pending[0] ?? new Uint8Array(0);
    if (pending.length > 1) {
      bytes = new Uint8Array(pendingBytes);
      let at = 0;
      for (const part of pending) {
        bytes.set(part, at);
        at += part.length;
      }
    }
    const rest = scan(bytes, final);
    counts.lines = line - 1;
    const tail = bytes.subarray(rest);
    // A small tail is copied, so that it does not keep the whole block alive.
    pending = tail.length === 0 ? [] : [tail.length < bytes.length / 2 ? tail.slice() : tail];
    pendingBytes = carried = tail.length;
    const left = sink.take();
    if (left.length > 0) blocks.push({ bytes: left, partEnd: false });
    const done = blocks;
    blocks = [];
    return done;
  };

  return {
    push(chunk) {
      if (chunk.length > 0) {
        // A plain view: a Buffer among plain arrays would make the innermost loop polymorphic.
        pending.push(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length));
        pendingBytes += chunk.length;
      }
      return pendingBytes >= Math.max(limits.scanBytes, 2 * carried) ? drain(false) : [];
    },
    end: () => drain(true),
    counts,
    lineMap,
    header: () => header,
    columns: () => columns,
  };
}
