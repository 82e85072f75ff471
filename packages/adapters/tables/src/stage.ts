import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ColumnFacts, ColumnSpec, Dialect, ImportNotice, RejectedRow } from '@assay/contracts';
import {
  decodeSample,
  detectFile,
  fixedDialect,
  ImportFailure,
  type SniffedDialect,
  sniffDialect,
} from '@assay/formats';
import { asImportFailure, type Duck, openDuck, type TablesConfig } from './duck.ts';
import { gatherFacts } from './gather-facts.ts';
import { inferColumns, withJsonKinds } from './infer-columns.ts';
import { partsSql } from './parts-sql.ts';
import { listSql } from './sql-text.ts';
import { type ParquetStaging, stageParquet } from './stage-parquet.ts';
import {
  LINE_MAP_FILE,
  REJECTED_FILE,
  type StageProgress,
  stageText,
  type TextStaging,
} from './stage-text.ts';
import type { StagedTable } from './staged-table.ts';

export type StageOptions = {
  /** Opens the upload; called once. */
  open: () => AsyncIterable<Uint8Array>;
  fileName: string;
  /** A corrected dialect; without it everything is detected. */
  dialect?: Dialect;
  /** What another table has settled of what counts as missing: beside what is detected, and what never is. */
  missing?: { also: readonly string[]; never: readonly string[] };
  /** Gets one subfolder, which `commit` reads and the caller removes with the working directory. */
  workDir: string;
  signal: AbortSignal;
  onProgress: StageProgress;
};

export type StageResult = {
  staged: StagedTable;
  dialect: Dialect;
  confidence: number;
  alternatives: SniffedDialect['alternatives'];
  columns: ColumnSpec[];
  facts: ColumnFacts[];
  rows: number;
  /** `file` is a path to JSON lines of `RejectedRow`; `first` holds up to 100. */
  rejected: { count: number; first: RejectedRow[]; file: string };
  notices: ImportNotice[];
  /** The first 20 rows as text, after missing-value markers were taken out. */
  preview: (string | null)[][];
};

const HEAD_BYTES = 256 * 1024;
const PREVIEW_ROWS = 20;
const MOST_COLUMNS = 20_000;

/** Collects the head and gives back a stream of everything, head included. */
async function peek(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; all: AsyncGenerator<Uint8Array>; whole: boolean }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let size = 0;
  let whole = false;
  while (size < HEAD_BYTES) {
    const next = await iterator.next();
    if (next.done === true) {
      whole = true;
      break;
    }
    taken.push(next.value);
    size += next.value.length;
  }
  const head = new Uint8Array(size);
  let at = 0;
  for (const part of taken) {
    head.set(part, at);
    at += part.length;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield head;
      for (;;) {
        const next = await iterator.next();
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      // Lets the source close its file when reading stops early.
      await iterator.return?.();
    }
  }
  return { head, all: all(), whole };
}

/** Reads an upload into staged parts, or leaves nothing behind and says why. */
export async function stage(config: TablesConfig, options: StageOptions): Promise<StageResult> {
  options.signal.throwIfAborted();
  const folder = await mkdtemp(join(options.workDir, 'stage-')).catch((error: unknown) => {
    throw asImportFailure(error);
  });
  try {
    return await stageInto(config, options, folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw options.signal.aborted ? options.signal.reason : asImportFailure(error);
  }
}

type Sniffed = Pick<SniffedDialect, 'dialect' | 'confidence' | 'alternatives' | 'columns' | 'notices'>;

function decide(head: Uint8Array, whole: boolean, options: StageOptions): Sniffed {
  const detected = detectFile(head, options.fileName);
  const given = options.dialect;
  if (given !== undefined) {
    if ((given.format === 'parquet') !== (detected.format === 'parquet')) {
      throw new ImportFailure(
        'bad-dialect',
        `${options.fileName} is not ${given.format}: its first bytes say ${detected.format}. Nothing was imported.`,
      );
    }
    return { dialect: given, confidence: 1, alternatives: [], columns: 0, notices: [] };
  }
  if (detected.format === 'parquet') {
    return {
      dialect: fixedDialect('parquet', 'utf-8'),
      confidence: 1,
      alternatives: [],
      columns: 0,
      notices: detected.notices,
    };
  }
  const { format, encoding } = detected;
  const sniffed = sniffDialect(decodeSample(head, encoding), { format, encoding, complete: whole });
  const notices = [...detected.notices, ...sniffed.notices];
  const { missing } = options;
  if (missing === undefined) return { ...sniffed, notices };
  return {
    ...sniffed,
    dialect: {
      ...sniffed.dialect,
      missing: [
        ...new Set([
          '',
          ...missing.also,
          ...sniffed.dialect.missing.filter((marker) => !missing.never.includes(marker)),
        ]),
      ],
    },
    notices: notices.filter(({ code }) => code !== 'missing-markers'),
  };
}

async function stageInto(config: TablesConfig, options: StageOptions, folder: string): Promise<StageResult> {
  const { head, all, whole } = await peek(options.open());
  const opened = await openDuck({ ...config, tempDir: folder }, options.signal);
  try {
    const duck = await opened.connect();
    const sniffed = decide(head, whole, options);
    await opened.makeRoom(sniffed.columns);
    const common = { chunks: all, folder, signal: options.signal, onProgress: options.onProgress };
    let text: TextStaging | null = null;
    let typed: ParquetStaging | null = null;
    if (sniffed.dialect.format === 'parquet') {
      typed = await stageParquet({ ...common, fileName: options.fileName, duck });
    } else {
      const workers: Duck[] = [duck, await opened.connect()];
      const expectedColumns = sniffed.columns > 0 ? sniffed.columns : null;
      text = await stageText({ ...common, dialect: sniffed.dialect, expectedColumns, workers });
    }
    const read = text ?? (typed as ParquetStaging);
    checkColumns(read.columns.length, options.fileName);
    const source = { dir: folder, parts: read.parts, columns: read.columns, rows: read.rows };
    const gathered = await gatherFacts(duck, source, (done, total) =>
      options.onProgress({ phase: 'infer', bytes: done, rows: total }),
    );
    const facts = withJsonKinds(gathered, text?.kinds ?? null);
    const inferred = inferColumns(facts);
    const dialect = { ...sniffed.dialect, encoding: text?.encoding ?? sniffed.dialect.encoding };
    const staged: StagedTable = {
      type: 'assay.staged-table',
      version: 1,
      folder: basename(folder),
      dialect,
      rows: read.rows,
      chunkRows: read.chunkRows,
      columns: read.columns,
      parts: read.parts,
      ordered: text !== null,
      lineMap: text === null ? null : LINE_MAP_FILE,
      rejectedFile: REJECTED_FILE,
    };
    return {
      staged,
      dialect,
      confidence: sniffed.confidence,
      alternatives: sniffed.alternatives,
      columns: inferred.columns,
      facts,
      rows: read.rows,
      rejected: { ...(text?.rejected ?? { count: 0, first: [] }), file: join(folder, REJECTED_FILE) },
      notices: [...sniffed.notices, ...read.notices, ...inferred.notices],
      preview: await previewRows(duck, folder, staged),
    };
  } finally {
    await all.return(undefined);
    await opened.close();
  }
}

function checkColumns(columns: number, fileName: string): void {
  if (columns === 0) {
    throw new ImportFailure(
      'no-columns',
      `${fileName} has no columns: it holds only empty lines. Nothing was imported.`,
    );
  }
  if (columns > MOST_COLUMNS) {
    throw new ImportFailure(
      'too-many-columns',
      `${fileName} has ${columns} columns; at most ${MOST_COLUMNS} can be imported. Nothing was imported; check the delimiter or split the table.`,
    );
  }
}

async function previewRows(duck: Duck, dir: string, staged: StagedTable): Promise<(string | null)[][]> {
  const indexes = staged.columns.map((_, i) => i);
  const first = staged.parts[0];
  if (first === undefined) return [];
  const table = staged.ordered
    ? partsSql(dir, [first], indexes)
    : `(SELECT ${indexes.map((i) => `CAST(c${i} AS VARCHAR) AS c${i}`).join(', ')} FROM read_parquet(${listSql(first.files.map((file) => join(dir, file)))}) WHERE __src < ${PREVIEW_ROWS} ORDER BY __src)`;
  const rows = await duck.rows(`SELECT * FROM ${table} LIMIT ${PREVIEW_ROWS}`);
  return rows.map((row) => row.map((value) => (value === null ? null : String(value))));
}
