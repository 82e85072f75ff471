import { createWriteStream, type WriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Dialect, ImportNotice, RejectedRow } from '@assay/contracts';
import {
  createCsvScanner,
  createJsonlScanner,
  createTranscoder,
  headerNames,
  ImportFailure,
  type JsonlColumn,
  type Transcoder,
} from '@assay/formats';
import { asImportFailure, type Duck } from './duck.ts';
import { createPartWriter } from './part-writer.ts';
import { chunkRowsFor, type StagedColumn, type StagedPart } from './staged-table.ts';

export type StageProgress = (progress: { phase: string; bytes: number; rows: number }) => void;

export type TextStaging = {
  columns: StagedColumn[];
  /** For JSON lines: the kinds of value each column held. */
  kinds: readonly JsonlColumn[] | null;
  parts: StagedPart[];
  rows: number;
  chunkRows: number;
  rejected: { count: number; first: RejectedRow[] };
  encoding: Dialect['encoding'];
  notices: ImportNotice[];
  lineMap: Float64Array;
};

export const REJECTED_FILE = 'rejected.jsonl';
export const LINE_MAP_FILE = 'lines.bin';
const FIRST_REJECTED = 100;

type Reject = { sink: (row: RejectedRow) => void; first: RejectedRow[]; close: () => Promise<void> };

function rejectFile(folder: string): Reject {
  const first: RejectedRow[] = [];
  let stream: WriteStream | null = null;
  let failure: unknown = null;
  return {
    first,
    sink: (row) => {
      if (first.length < FIRST_REJECTED) first.push(row);
      if (stream === null) {
        stream = createWriteStream(join(folder, REJECTED_FILE));
        stream.on('error', (error) => {
          failure ??= error;
        });
      }
      stream.write(`${JSON.stringify(row)}\n`);
    },
    close: async () => {
      if (stream === null) await writeFile(join(folder, REJECTED_FILE), '');
      else {
        stream.end();
        await finished(stream).catch((error: unknown) => {
          failure ??= error;
        });
      }
      if (failure !== null) throw asImportFailure(failure);
    },
  };
}

const notice = (
  severity: ImportNotice['severity'],
  code: string,
  message: string,
  where: { line?: number | null; count?: number } = {},
): ImportNotice => ({
  severity,
  code,
  message,
  column: null,
  line: where.line ?? null,
  count: where.count ?? null,
});

/** Streams delimited text or JSON lines into staged parts. */
export async function stageText(options: {
  chunks: AsyncIterable<Uint8Array>;
  dialect: Dialect;
  /** Fields per row that the sample shows; null lets the first row decide. */
  expectedColumns: number | null;
  folder: string;
  workers: readonly Duck[];
  signal: AbortSignal;
  onProgress: StageProgress;
}): Promise<TextStaging> {
  const { dialect, folder, signal } = options;
  const json = dialect.format === 'jsonl';
  const transcoder = createTranscoder(dialect.encoding);
  const reject = rejectFile(folder);
  const chunkRows = chunkRowsFor(options.expectedColumns ?? 1);
  const csv = json ? null : csvScanner(dialect, options.expectedColumns, chunkRows, reject.sink);
  const jsonl = json
    ? createJsonlScanner({ missing: dialect.missing, onReject: reject.sink, rowsPerPart: chunkRows })
    : null;
  const writer = createPartWriter({
    folder,
    delimiter: dialect.delimiter ?? ',',
    workers: options.workers,
    pad: json,
  });
  const counts = csv?.counts ?? (jsonl as NonNullable<typeof jsonl>).counts;
  let partStart = 0;
  let bytesRead = 0;

  const take = async (bytes: Uint8Array, final: boolean): Promise<void> => {
    const blocks = csv !== null ? csv.push(bytes) : (jsonl as NonNullable<typeof jsonl>).push(bytes);
    if (final) blocks.push(...(csv !== null ? csv.end() : (jsonl as NonNullable<typeof jsonl>).end()));
    for (const block of blocks) {
      const width = 'columns' in block ? Number(block.columns) : (csv?.columns() ?? 0);
      await writer.write(block.bytes, Math.max(1, width));
      if (!block.partEnd) continue;
      await writer.endPart(chunkRows, counts.longestRow);
      partStart += chunkRows;
    }
  };

  try {
    for await (const chunk of options.chunks) {
      signal.throwIfAborted();
      bytesRead += chunk.length;
      await take(transcoder.push(chunk), false);
      options.onProgress({ phase: 'read', bytes: bytesRead, rows: counts.rows });
    }
    await take(transcoder.end(), true);
    await writer.endPart(counts.rows - partStart, counts.longestRow);
    const parts = await writer.finish();
    const named =
      csv !== null ? headerNames(csv.header(), csv.columns() ?? csv.header()?.length ?? 0) : jsonNames(jsonl);
    await reject.close();
    const lineMap = (csv ?? (jsonl as NonNullable<typeof jsonl>)).lineMap.pairs();
    await writeFile(join(folder, LINE_MAP_FILE), new Uint8Array(lineMap.buffer)).catch((error: unknown) => {
      throw asImportFailure(error);
    });
    return {
      columns: named.names.map((name, i) => ({
        name,
        sourceName: named.sourceNames[i] ?? name,
        stored: null,
      })),
      kinds: jsonl?.columns() ?? null,
      parts,
      rows: counts.rows,
      chunkRows,
      rejected: { count: counts.rejected, first: reject.first },
      encoding: dialect.encoding === 'utf-8' && transcoder.affectedLines() > 0 ? 'mixed' : dialect.encoding,
      notices: [
        ...named.notices,
        ...encodingNotices(transcoder),
        ...countNotices(csv?.counts ?? null, counts),
      ],
      lineMap,
    };
  } catch (error) {
    await writer.settle();
    await reject.close().catch(() => undefined);
    throw error;
  }
}

function csvScanner(
  dialect: Dialect,
  columns: number | null,
  rowsPerPart: number,
  onReject: (row: RejectedRow) => void,
) {
  try {
    return createCsvScanner({
      delimiter: dialect.delimiter ?? ',',
      quote: dialect.quote,
      escape: dialect.escape,
      header: dialect.header,
      skipLines: dialect.skipLines,
      columns,
      missing: dialect.missing,
      onReject,
      rowsPerPart,
    });
  } catch (error) {
    throw new ImportFailure(
      'bad-dialect',
      `${error instanceof Error ? error.message : error} Nothing was imported.`,
    );
  }
}

function jsonNames(jsonl: ReturnType<typeof createJsonlScanner> | null) {
  const cells = jsonl?.columns().map((column) => column.name) ?? [];
  return headerNames(cells, cells.length);
}

function encodingNotices(transcoder: Transcoder): ImportNotice[] {
  const notices: ImportNotice[] = [];
  const lines = transcoder.affectedLines();
  if (lines > 0) {
    const line = transcoder.firstAffectedLine();
    notices.push(
      notice(
        'warning',
        'mixed-encoding',
        `${lines} lines are not valid UTF-8 and were read as windows-1252, the first is line ${line}. All rows were kept; look at the accents there.`,
        { line, count: lines },
      ),
    );
  }
  if (transcoder.undecodable() > 0) {
    notices.push(
      notice(
        'warning',
        'undecodable',
        `${transcoder.undecodable()} characters have no meaning in this encoding and became U+FFFD. Choose another encoding if text looks wrong.`,
        { count: transcoder.undecodable() },
      ),
    );
  }
  return notices;
}

type AnyCounts = { rows: number; rejected: number; blankLines: number };

function countNotices(
  csv: ReturnType<typeof createCsvScanner>['counts'] | null,
  counts: AnyCounts,
): ImportNotice[] {
  const notices: ImportNotice[] = [];
  if (counts.rejected > 0) {
    const share = counts.rejected / (counts.rejected + counts.rows);
    notices.push(
      notice(
        share > 0.2 ? 'error' : 'warning',
        'rejected-rows',
        `${counts.rejected} lines could not be read and were kept aside with their text; ${counts.rows} rows were kept.${share > 0.2 ? ' That is a large share: check the delimiter and the quote.' : ''}`,
        { count: counts.rejected },
      ),
    );
  }
  if (counts.blankLines > 0) {
    notices.push(
      notice('info', 'blank-lines', `${counts.blankLines} empty lines were left out.`, {
        count: counts.blankLines,
      }),
    );
  }
  if (csv !== null && csv.trimmedCells > 0) {
    notices.push(
      notice('info', 'trimmed', `Blanks around ${csv.trimmedCells} unquoted cells were taken off.`, {
        count: csv.trimmedCells,
      }),
    );
  }
  if (csv !== null && csv.nulBytes > 0) {
    notices.push(
      notice(
        'warning',
        'nul-bytes',
        `${csv.nulBytes} NUL bytes were taken out, the first in the row at line ${csv.firstNulLine}; the rest of these cells was kept.`,
        { line: csv.firstNulLine, count: csv.nulBytes },
      ),
    );
  }
  if (counts.rows === 0) {
    notices.push(
      notice(
        'warning',
        'no-rows',
        'The file has no rows of data. Its columns can be seen but there is nothing to learn from.',
      ),
    );
  }
  return notices;
}
