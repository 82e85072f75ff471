import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import {
  type ChunkRef,
  type ColumnSpec,
  type ImportNotice,
  ROW_COLUMN,
  type TableManifest,
} from '@assay/contracts';
import { ImportFailure, lineOfRow } from '@assay/formats';
import { castSql } from './cast-sql.ts';
import { asImportFailure, type Duck, openDuck, type TablesConfig } from './duck.ts';
import { wideOptions } from './parquet-options.ts';
import { identifier, listSql, literalSql } from './sql-text.ts';
import type { StagedPart, StagedTable } from './staged-table.ts';

/** Stores a finished Parquet file under its content address. The file is removed after the promise settles. */
export type PutChunk = (file: string, rows: number, rowStart: number) => Promise<ChunkRef>;

export type CommitOptions = {
  staged: StagedTable;
  /** One per staged column, in the order and with the indexes that `stage` gave; a column left out is not kept. */
  columns: ColumnSpec[];
  workDir: string;
  signal: AbortSignal;
  onProgress: (progress: { phase: 'write'; rows: number; total: number }) => void;
  putChunk: PutChunk;
};

/** Cells of one column whose text does not fit the declared type: kept as missing, the text is in `unparsedFile`. */
export type Misfit = {
  column: string;
  count: number;
  first: { line: number | null; row: number; text: string }[];
};

export type CommitResult = {
  manifest: TableManifest;
  misfits: Misfit[];
  /** JSON lines `{ row, line, column, text }`; null when everything fits. */
  unparsedFile: string | null;
  notices: ImportNotice[];
};

const FIRST_MISFITS = 10;

type Unparsed = {
  add: (column: string, row: number, text: string) => void;
  close: () => Promise<boolean>;
  misfits: Map<string, Misfit>;
};

function unparsedFile(path: string, lines: Float64Array | null): Unparsed {
  const misfits = new Map<string, Misfit>();
  let stream: ReturnType<typeof createWriteStream> | null = null;
  let failure: unknown = null;
  return {
    misfits,
    add(column, row, text) {
      const line = lines === null ? null : lineOfRow(lines, row);
      const misfit = misfits.get(column) ?? { column, count: 0, first: [] };
      misfit.count++;
      misfit.first.push({ line, row, text: text.slice(0, 200) });
      if (misfit.first.length > FIRST_MISFITS * 4) trim(misfit);
      misfits.set(column, misfit);
      if (stream === null) {
        stream = createWriteStream(path);
        stream.on('error', (error) => {
          failure ??= error;
        });
      }
      stream.write(`${JSON.stringify({ row, line, column, text })}\n`);
    },
    async close() {
      for (const misfit of misfits.values()) trim(misfit);
      if (stream === null) return false;
      stream.end();
      await finished(stream).catch((error: unknown) => {
        failure ??= error;
      });
      if (failure !== null) throw asImportFailure(failure);
      return true;
    },
  };
}

/** Parts finish in any order: the first by row are kept. */
function trim(misfit: Misfit): void {
  misfit.first.sort((a, b) => a.row - b.row);
  misfit.first.length = Math.min(misfit.first.length, FIRST_MISFITS);
}

/** Turns staged parts into typed, content-addressed chunks: the same input and columns give the same bytes. */
export async function commit(config: TablesConfig, options: CommitOptions): Promise<CommitResult> {
  const { staged, signal } = options;
  signal.throwIfAborted();
  const dir = join(options.workDir, staged.folder);
  checkSpecs(staged, options.columns);
  const folder = await mkdtemp(join(options.workDir, 'commit-')).catch((error: unknown) => {
    throw asImportFailure(error);
  });
  const unparsed = unparsedFile(join(folder, 'unparsed.jsonl'), await readLines(dir, staged));
  try {
    const result = await writeChunks(config, options, { dir, folder, unparsed });
    const some = await unparsed.close();
    if (!some) await rm(folder, { recursive: true, force: true });
    const misfits = [...unparsed.misfits.values()];
    return {
      manifest: {
        type: 'assay.table-manifest',
        version: 1,
        columns: options.columns,
        rows: staged.rows,
        chunks: result,
      },
      misfits,
      unparsedFile: some ? join(folder, 'unparsed.jsonl') : null,
      notices: misfits.map((misfit) => misfitNotice(misfit, options.columns)),
    };
  } catch (error) {
    await unparsed.close().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
    throw signal.aborted ? signal.reason : asImportFailure(error);
  }
}

async function readLines(dir: string, staged: StagedTable): Promise<Float64Array | null> {
  if (staged.lineMap === null) return null;
  const bytes = await readFile(join(dir, staged.lineMap));
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

function checkSpecs(staged: StagedTable, columns: readonly ColumnSpec[]): void {
  const names = new Set<string>();
  for (const spec of columns) {
    const key = spec.name.toLowerCase();
    if (names.has(key) || key === ROW_COLUMN) {
      throw new ImportFailure(
        'bad-header',
        `The column name "${spec.name}" is taken. Names must differ, also without regard to case.`,
        {
          column: spec.name,
        },
      );
    }
    if (staged.columns[spec.index] === undefined) {
      throw new ImportFailure(
        'bad-header',
        `The column "${spec.name}" points to place ${spec.index + 1}, but the file has ${staged.columns.length} columns.`,
        {
          column: spec.name,
        },
      );
    }
    if (spec.parse.decimalSeparator === spec.parse.thousandsSeparator) {
      throw new ImportFailure(
        'bad-dialect',
        `The column "${spec.name}" has the same sign for decimals and thousands. Nothing was imported; choose two different ones.`,
        { column: spec.name },
      );
    }
    names.add(key);
  }
}

type Place = { dir: string; folder: string; unparsed: Unparsed };

async function writeChunks(config: TablesConfig, options: CommitOptions, place: Place): Promise<ChunkRef[]> {
  const { staged } = options;
  const opened = await openDuck({ ...config, tempDir: place.folder }, options.signal);
  const chunks: ChunkRef[] = [];
  let next = 0;
  let rowsDone = 0;
  let failed = false;
  const work = async (duck: Duck): Promise<void> => {
    while (!failed) {
      const n = next++;
      const part = staged.parts[n];
      if (part === undefined) return;
      try {
        const file = await writeChunk(duck, options, place, part, n);
        const ref = await options.putChunk(file, part.rows, part.rowStart);
        await rm(file, { force: true });
        chunks.push(ref);
        rowsDone += part.rows;
        options.onProgress({ phase: 'write', rows: rowsDone, total: staged.rows });
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  try {
    // Wide parts are memory-heavy: one at a time.
    const lanes = staged.columns.length > 500 ? 1 : Math.max(1, Math.min(2, config.threads));
    await opened.makeRoom(staged.columns.length);
    const ducks = await Promise.all(Array.from({ length: lanes }, () => opened.connect()));
    const outcomes = await Promise.allSettled(ducks.map(work));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  } finally {
    await opened.close();
  }
  return chunks.sort((a, b) => a.rowStart - b.rowStart);
}

async function writeChunk(
  duck: Duck,
  options: CommitOptions,
  place: Place,
  part: StagedPart,
  n: number,
): Promise<string> {
  const { staged, columns } = options;
  const source = `read_parquet(${listSql(part.files.map((file) => join(place.dir, file)))}${staged.ordered ? ', file_row_number = true' : ''})`;
  const row = staged.ordered ? `${part.rowStart} + file_row_number` : '__src';
  const present = columns.filter((spec) => spec.index < part.columns);
  const casts = columns.map((spec) => {
    const stored = staged.columns[spec.index]?.stored ?? null;
    const cast =
      spec.index < part.columns ? castSql(`c${spec.index}`, stored, spec) : `CAST(NULL AS ${spec.physical})`;
    return `${cast} AS ${identifier(spec.name)}`;
  });
  const file = join(place.folder, `chunk-${n}.parquet`);
  // Straight into the file: a table in between reserves blocks for each column and thread.
  await duck.run(
    `COPY (SELECT CAST(${row} AS BIGINT) AS ${ROW_COLUMN}, ${casts.join(', ')} FROM ${source}${staged.ordered ? '' : ` ORDER BY ${ROW_COLUMN}`})
     TO ${literalSql(file)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${Math.max(2048, staged.chunkRows)}${wideOptions(columns.length)})`,
  );
  await collectMisfits(
    duck,
    { source, row, chunk: `read_parquet(${literalSql(file)})` },
    present,
    place.unparsed,
  );
  return file;
}

async function collectMisfits(
  duck: Duck,
  { source, row, chunk }: { source: string; row: string; chunk: string },
  present: readonly ColumnSpec[],
  unparsed: Unparsed,
): Promise<void> {
  const checked = present.filter((spec) => spec.physical !== 'VARCHAR');
  if (checked.length === 0) return;
  const before = await duck.rows(
    `SELECT ${checked.map((spec) => `count(c${spec.index})`).join(', ')} FROM ${source}`,
  );
  const after = await duck.rows(
    `SELECT ${checked.map((spec) => `count(${identifier(spec.name)})`).join(', ')} FROM ${chunk}`,
  );
  for (const [i, spec] of checked.entries()) {
    if (before[0]?.[i] === after[0]?.[i]) continue;
    // Renamed first: the table may well have columns called c0, c1, ... itself.
    const rows = await duck.rows(
      `SELECT s.r::DOUBLE, CAST(s.v AS VARCHAR) FROM (SELECT ${row} AS r, c${spec.index} AS v FROM ${source}) s
       JOIN ${chunk} AS chunk ON chunk.${ROW_COLUMN} = s.r
       WHERE s.v IS NOT NULL AND chunk.${identifier(spec.name)} IS NULL ORDER BY s.r`,
    );
    for (const [at, text] of rows) unparsed.add(spec.name, Number(at), String(text));
  }
}

function misfitNotice(misfit: Misfit, columns: readonly ColumnSpec[]): ImportNotice {
  const type = columns.find((spec) => spec.name === misfit.column)?.type ?? 'text';
  const first = misfit.first[0];
  const at =
    first?.line !== null && first !== undefined ? `line ${first.line}` : `row ${(first?.row ?? 0) + 1}`;
  return {
    severity: 'warning',
    code: 'does-not-fit',
    message:
      `${misfit.count} cells of "${misfit.column}" do not read as ${type}, the first at ${at}: ${JSON.stringify(first?.text.slice(0, 80))}. ` +
      'They are missing in the table and their text is kept aside; change the type or the way it is read to keep them in.',
    column: misfit.column,
    line: first?.line ?? null,
    count: misfit.count,
  };
}
