import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AssayError,
  type ChunkRef,
  type ColumnSpec,
  columnSpec,
  type TableManifest,
  type VersionTable,
} from '@assay/contracts';
import { categoryColumn, tableOf } from '@assay/stats';
import { BlobNotFoundError } from '@assay/storage';
import { type StoredBlob, storeBlob } from '../blobs/store-blob.ts';
import type { Deps } from '../frame/deps.ts';

/**
 * A row of a version beside its samples: of which run (by its number in the project) and row, what it is known by
 * there, and its canonical text; null says that it is gone.
 */
export type Entry = { run: number; row: number; id: string; text: string | null };

/** A change that makes up more than this share of what it changes is written as a whole again. */
const MOST_CHANGED = 0.1;

const spec = (index: number, name: string, physical: 'BIGINT' | 'VARCHAR'): ColumnSpec =>
  columnSpec.parse({
    index,
    name,
    sourceName: name,
    type: physical === 'BIGINT' ? 'integer' : 'text',
    physical,
    role: 'feature',
    parse: {},
    label: '',
    unit: null,
    meaning: null,
    allowedValues: null,
  });

const COLUMNS = [
  spec(0, 'run', 'BIGINT'),
  spec(1, 'row', 'BIGINT'),
  spec(2, 'id', 'VARCHAR'),
  spec(3, 'text', 'VARCHAR'),
];

export const entryKey = (entry: Pick<Entry, 'run' | 'row' | 'id'>): string =>
  `${entry.run}/${entry.row}/${entry.id}`;

/** By run, then row, then what it is known by. */
export function compareEntries(a: Entry, b: Entry): number {
  return a.run - b.run || a.row - b.row || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

async function writeEntries(
  deps: Deps,
  orgId: string,
  entries: readonly Entry[],
  signal: AbortSignal,
): Promise<{ chunks: ChunkRef[]; stored: StoredBlob[] }> {
  if (entries.length === 0) return { chunks: [], stored: [] };
  const numbers = (name: string, of: (entry: Entry) => number) => ({
    kind: 'number' as const,
    name,
    scale: 'integer' as const,
    values: Float64Array.from(entries, of),
  });
  const stored: StoredBlob[] = [];
  const workDir = await mkdtemp(join(deps.workDir, 'version-'));
  try {
    const chunks = await deps.tables.write({
      table: tableOf([
        numbers('run', (entry) => entry.run),
        numbers('row', (entry) => entry.row),
        categoryColumn(
          'id',
          entries.map((entry) => entry.id),
        ),
        categoryColumn(
          'text',
          entries.map((entry) => entry.text),
        ),
      ]),
      columns: COLUMNS,
      rowStart: 0,
      workDir,
      signal,
      putChunk: async (file, rows, rowStart) => {
        const blob = await storeBlob(deps, orgId, {
          kind: 'chunk',
          source: { file },
          contentType: 'application/vnd.apache.parquet',
        });
        stored.push(blob);
        return { sha256: blob.sha256, key: blob.key, bytes: blob.bytes, rows, rowStart };
      },
    });
    return { chunks, stored };
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

/** What is at an address that a table of a version names. */
export async function chunkPath(deps: Deps, chunk: ChunkRef, what: string): Promise<string> {
  try {
    return await deps.storage.localPath(chunk.key);
  } catch (error) {
    if (!(error instanceof BlobNotFoundError)) throw error;
    throw new AssayError('not-ready', `A part of ${what} is lost: the file ${chunk.sha256}.`, {
      kept: 'The other parts of the version are as they were.',
      next: 'Ask your administrator to restore this file from a backup.',
      cause: error,
    });
  }
}

/** One list of chunks, in order, in the batches of the reader. */
async function* scanEntries(
  deps: Deps,
  chunks: readonly ChunkRef[],
  what: string,
  signal?: AbortSignal,
): AsyncGenerator<Entry[]> {
  if (chunks.length === 0) return;
  const manifest: TableManifest = {
    type: 'assay.table-manifest',
    version: 1,
    columns: COLUMNS,
    rows: chunks.reduce((sum, chunk) => sum + chunk.rows, 0),
    chunks: [...chunks],
  };
  const reader = await deps.tables.open(manifest, (chunk) => chunkPath(deps, chunk, what));
  try {
    const request = { columns: COLUMNS.map((column) => column.name), ordered: true };
    for await (const { rowNumbers, columns } of reader.scan(request, signal)) {
      const [runs, rows, ids, texts] = columns;
      yield Array.from(rowNumbers, (_, at) => ({
        run: Number(runs?.values[at]),
        row: Number(rows?.values[at]),
        id: String(ids?.values[at] ?? ''),
        text: (texts?.values[at] ?? null) as string | null,
      }));
    }
  } finally {
    await reader.close();
  }
}

/**
 * All rows of a table as they stand after its changes, in order, some at a time: only the changes are held in memory.
 */
export async function* streamEntries(
  deps: Deps,
  table: VersionTable,
  what: string,
  signal?: AbortSignal,
): AsyncGenerator<Entry[]> {
  const changed = new Map<string, Entry>();
  for (const delta of table.deltas) {
    for await (const entries of scanEntries(deps, delta, what, signal))
      for (const entry of entries) changed.set(entryKey(entry), entry);
  }
  const changes = [...changed.values()].sort(compareEntries);
  let next = 0;
  for await (const entries of scanEntries(deps, table.base, what, signal)) {
    if (next === changes.length) {
      yield entries;
      continue;
    }
    const merged: Entry[] = [];
    for (const entry of entries) {
      let stands = true;
      for (; next < changes.length; next += 1) {
        const change = changes[next] as Entry;
        const order = compareEntries(change, entry);
        if (order > 0) break;
        if (order === 0) stands = false;
        if (change.text !== null) merged.push(change);
      }
      if (stands) merged.push(entry);
    }
    yield merged;
  }
  yield changes.slice(next).filter((change) => change.text !== null);
}

/** The same in memory. */
export async function readEntries(
  deps: Deps,
  table: VersionTable,
  what: string,
  signal?: AbortSignal,
): Promise<Entry[]> {
  const all: Entry[] = [];
  for await (const entries of streamEntries(deps, table, what, signal))
    for (const entry of entries) all.push(entry);
  return all;
}

/**
 * Stores rows as a change of what stands before, or as a whole where there is nothing before or too much changes.
 *
 * @param entries in order; each `text` is there
 */
export async function storeEntries(
  deps: Deps,
  orgId: string,
  entries: readonly Entry[],
  before: { table: VersionTable; entries: readonly Entry[] } | null,
  signal: AbortSignal,
): Promise<{ table: VersionTable; stored: StoredBlob[] }> {
  if (before !== null && before.table.base.length > 0) {
    const change = changeOf(before.entries, entries);
    if (change.length === 0) return { table: { ...before.table, rows: entries.length }, stored: [] };
    const sofar = before.table.deltas.flat().reduce((sum, chunk) => sum + chunk.rows, 0);
    const base = before.table.base.reduce((sum, chunk) => sum + chunk.rows, 0);
    if (sofar + change.length <= base * MOST_CHANGED) {
      const { chunks, stored } = await writeEntries(deps, orgId, change, signal);
      const deltas = [...before.table.deltas, chunks];
      return { table: { rows: entries.length, base: before.table.base, deltas }, stored };
    }
  }
  const { chunks, stored } = await writeEntries(deps, orgId, entries, signal);
  return { table: { rows: entries.length, base: chunks, deltas: [] }, stored };
}

/** What makes `after` of `before`, in order. */
export function changeOf(before: readonly Entry[], after: readonly Entry[]): Entry[] {
  const change: Entry[] = [];
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    const [a, b] = [before[i], after[j]];
    const order = a === undefined ? 1 : b === undefined ? -1 : compareEntries(a, b);
    if (order < 0) {
      change.push({ ...(a as Entry), text: null });
      i += 1;
    } else if (order > 0) {
      change.push(b as Entry);
      j += 1;
    } else {
      if (a?.text !== b?.text) change.push(b as Entry);
      i += 1;
      j += 1;
    }
  }
  return change;
}
