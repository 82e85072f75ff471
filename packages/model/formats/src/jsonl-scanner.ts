import type { RejectedRow } from '@assay/contracts';
import { RAW_LIMIT } from './csv-options.ts';
import type { CanonicalBlock } from './csv-scanner.ts';
import { type JsonKind, visitJsonLine } from './json-line.ts';
import { createLineMap, type LineMap } from './line-map.ts';

export type JsonlColumn = { name: string; kinds: Record<JsonKind, number> };

/**
 * Reads JSON lines (valid UTF-8 bytes) and writes canonical CSV with commas. Columns are the union of all paths, in
 * order of first appearance; rows written before a column appeared are shorter and are padded with missing when
 * read. A missing value is empty and unquoted, and so is an empty string; every other cell is quoted when needed.
 */
export type JsonlScanner = {
  push: (chunk: Uint8Array) => JsonlBlock[];
  end: () => JsonlBlock[];
  lineMap: LineMap;
  columns: () => readonly JsonlColumn[];
  counts: { rows: number; rejected: number; blankLines: number; lines: number; longestRow: number };
};

/** As `CanonicalBlock`; `columns` is how many columns were known at its end. */
export type JsonlBlock = CanonicalBlock & { columns: number };

export const MAX_JSON_COLUMNS = 20_000;
const LONGEST_LINE = 16 * 1024 * 1024;
const SPECIAL = /[",\n\r]|^\s|\s$/;

export function createJsonlScanner(options: {
  missing: readonly string[];
  onReject: (row: RejectedRow) => void;
  rowsPerPart?: number;
}): JsonlScanner {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const markers = new Set(options.missing);
  const columns: JsonlColumn[] = [];
  const indexOf = new Map<string, number>();
  const lineMap = createLineMap();
  const rowsPerPart = options.rowsPerPart ?? Number.POSITIVE_INFINITY;
  const counts = { rows: 0, rejected: 0, blankLines: 0, lines: 0, longestRow: 0 };
  let rest = '';
  let skipping = false;

  const reject = (code: RejectedRow['code'], why: string, raw: string): void => {
    counts.rejected++;
    const message = `Line ${counts.lines}: ${why}. The line is kept aside with the rejected rows; reading went on at the next line.`;
    options.onReject({ line: counts.lines, code, message, raw: raw.slice(0, RAW_LIMIT) });
  };

  const readLine = (line: string): string => {
    counts.lines++;
    if (line.trim() === '') {
      counts.blankLines++;
      return '';
    }
    if (line.length > LONGEST_LINE) {
      reject('line-too-long', `longer than ${LONGEST_LINE} characters`, line);
      return '';
    }
    const found = new Map<string, { kind: JsonKind; text: string }>();
    try {
      visitJsonLine(line, (path, kind, text) => found.set(path, { kind, text }));
    } catch (error) {
      const object = line.trimStart().startsWith('{');
      const why = error instanceof Error ? error.message : 'not readable';
      reject(
        object ? 'invalid-json' : 'not-an-object',
        object ? `not valid JSON (${why})` : 'not a JSON object',
        line,
      );
      return '';
    }
    const cells: string[] = [];
    for (const [path, { kind, text }] of found) {
      let index = indexOf.get(path);
      if (index === undefined) {
        if (columns.length >= MAX_JSON_COLUMNS) {
          reject(
            'invalid-json',
            `its key "${path.slice(0, 80)}" would be column ${MAX_JSON_COLUMNS + 1}`,
            line,
          );
          return '';
        }
        index = columns.length;
        indexOf.set(path, index);
        columns.push({ name: path, kinds: { string: 0, number: 0, boolean: 0, json: 0 } });
      }
      const trimmed = text.trim();
      if (trimmed === '' || (kind === 'string' && markers.has(trimmed))) continue;
      (columns[index] as JsonlColumn).kinds[kind]++;
      const clean = text.includes('\0') ? text.replaceAll('\0', '') : text;
      cells[index] = SPECIAL.test(clean) ? `"${clean.replaceAll('"', '""')}"` : clean;
    }
    if (cells.length < columns.length) {
      // Trailing missing cells are written too, so that only rows before a new column are short.
      cells.length = columns.length;
    }
    lineMap.add(counts.rows, counts.lines);
    counts.rows++;
    let text = '';
    for (let i = 0; i < cells.length; i++) text += i === 0 ? (cells[i] ?? '') : `,${cells[i] ?? ''}`;
    return `${text === '' ? '""' : text}\n`;
  };

  const consume = (text: string, final: boolean): JsonlBlock[] => {
    const blocks: JsonlBlock[] = [];
    let out = '';
    let from = 0;
    const close = (partEnd: boolean): void => {
      if (out === '') return;
      blocks.push({ bytes: encoder.encode(out), partEnd, columns: columns.length });
      out = '';
    };
    const take = (line: string): void => {
      const row = readLine(line);
      if (row === '') return;
      out += row;
      if (row.length * 3 > counts.longestRow) counts.longestRow = row.length * 3;
      if (counts.rows % rowsPerPart === 0) close(true);
    };
    const all = rest + text;
    for (;;) {
      const end = all.indexOf('\n', from);
      if (end < 0) break;
      if (skipping) skipping = false;
      else take(all.slice(from, all[end - 1] === '\r' ? end - 1 : end));
      from = end + 1;
    }
    rest = all.slice(from);
    if (final && rest !== '' && !skipping) {
      take(rest);
      rest = '';
    }
    if (rest.length > LONGEST_LINE) {
      if (!skipping) take(rest);
      skipping = true;
      rest = '';
    }
    close(false);
    return blocks;
  };

  return {
    push: (chunk) => consume(decoder.decode(chunk, { stream: true }), false),
    end: () => consume(decoder.decode(), true),
    columns: () => columns,
    counts,
    lineMap,
  };
}
