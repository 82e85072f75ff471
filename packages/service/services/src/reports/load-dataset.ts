import { createHash } from 'node:crypto';
import {
  type AnyDatasetRef,
  AssayError,
  type ColumnSpec,
  type JobKind,
  type ReportInput,
  SPLIT_BYTES,
  type TableManifest,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Table } from '@assay/stats';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { readSplit } from '../generation/read-split.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { requireRows, requireRun } from '../runs/run-record.ts';
import { requireReadable } from '../sources/source-record.ts';
import { withTable } from '../sources/version-table.ts';
import { loadTable } from '../tables/load-table.ts';
import { stackRuns } from '../tables/stack-runs.ts';
import { membersOf } from '../versions/version-labels.ts';
import { requireManifest, requireVersion } from '../versions/version-record.ts';
import { comparedAs } from './compared-as.ts';

type Run = Pick<JobRun<JobKind>, 'actor' | 'signal' | 'progress'>;

/** Rows of one committed table: all of them, those of a split, or those named. */
type Part = {
  manifest: TableManifest;
  /** Of several splits, rows that have one of these bytes in each. */
  splits: readonly { key: string; sha256: string; bytes: readonly number[] }[];
  rows: readonly number[] | null;
  /** Columns that conditions may be asked of: of real rows none that holds personal data. */
  askable: readonly ColumnSpec[];
};

type Dataset = { name: string; columns: ColumnSpec[]; parts: Part[] };

const SPLITS = {
  fit: [SPLIT_BYTES.fit],
  tune: [SPLIT_BYTES.tune],
  'fit-and-tune': [SPLIT_BYTES.fit, SPLIT_BYTES.tune],
  test: [SPLIT_BYTES.test],
} as const;

type SplitRow = NonNullable<Awaited<ReturnType<Repositories['sources']['activeSplit']>>>;

async function sourceRows(
  t: Repositories,
  versionId: string,
  splits: readonly SplitRow[],
  part: keyof typeof SPLITS,
): Promise<Dataset> {
  const { version, manifest } = await requireReadable(t, versionId);
  const source = await t.sources.get(version.sourceId);
  if (source === null) {
    throw new AssayError('not-ready', 'The source of this report is in the trash or was erased.', {
      kept: 'Reports that were made before are unchanged.',
      next: 'Restore the source, then retry.',
    });
  }
  const columns = await comparedAs(t, versionId);
  return {
    name: `${source.name}, version ${version.number}${splits.length === 0 ? '' : `, ${part}`}`,
    columns,
    parts: [
      {
        manifest,
        // A version that was never split has no test rows to keep from reports.
        splits: splits.map(({ assignmentKey, assignmentSha256 }) => ({
          key: assignmentKey,
          sha256: assignmentSha256,
          bytes: SPLITS[part],
        })),
        rows: null,
        askable: manifest.columns.filter((spec) => columns.some((each) => each.name === spec.name)),
      },
    ],
  };
}

/** The samples that these runs gave a version. */
async function versionRows(
  deps: Deps,
  t: Repositories,
  versionId: string,
  runs: readonly number[],
): Promise<Dataset> {
  const version = await requireVersion(t, versionId);
  const manifest = requireManifest(version);
  const members = await membersOf(deps, manifest);
  const chosen = manifest.runs.filter((run) => runs.includes(run.number));
  return {
    name: `Version ${version.number}`,
    columns: chosen[0]?.columns ?? [],
    parts: chosen.map((run) => ({
      manifest: {
        type: 'assay.table-manifest',
        version: 1,
        columns: run.columns,
        rows: run.rows,
        chunks: run.chunks,
      },
      splits: [],
      rows: members === null ? null : (members.get(run.number) ?? []),
      askable: run.columns,
    })),
  };
}

async function activeSplits(t: Repositories, versionId: string): Promise<SplitRow[]> {
  const split = await t.sources.activeSplit(versionId);
  return split === null ? [] : [split];
}

/** The tables that a data set is of, and which rows of them. */
export async function findDataset(deps: Deps, t: Repositories, ref: AnyDatasetRef): Promise<Dataset> {
  switch (ref.kind) {
    case 'run': {
      const run = await requireRun(t, ref.runId);
      const manifest = requireRows(run);
      const parts = [{ manifest, splits: [], rows: null, askable: manifest.columns }];
      return { name: `${run.name}, run ${run.number}`, columns: manifest.columns, parts };
    }
    case 'sourceVersion':
      return sourceRows(t, ref.versionId, await activeSplits(t, ref.versionId), ref.split);
    case 'split': {
      const splits = await t.sources.splits(ref.versionId);
      const split = splits.find((each) => each.id === ref.splitId);
      if (split === undefined) {
        throw new AssayError('not-found', 'The split that the runs of this version were made by is gone.', {
          kept: 'The version is unchanged.',
          next: 'Make a run on the version of the source as it is split now, and commit that.',
        });
      }
      // After a new split, what was kept for tests before may have been read by a report or fitted on since.
      return sourceRows(t, ref.versionId, ref.part === 'test' ? splits : [split], ref.part);
    }
    case 'version':
      return versionRows(deps, t, ref.versionId, ref.runs);
  }
}

/** The content that a data set stands for: its chunks, and which rows of them. */
function contentHash({ parts }: Dataset): string {
  const hash = createHash('sha256');
  for (const { manifest, splits, rows } of parts) {
    for (const chunk of manifest.chunks) hash.update(`${chunk.sha256}\n`);
    for (const split of splits) hash.update(`${split.sha256} ${split.bytes.join(',')}\n`);
    if (rows !== null) hash.update(`${rows.join(',')}\n`);
  }
  return hash.digest('hex');
}

/** Which rows of a table are meant; undefined is all. */
export async function keptRows(
  deps: Deps,
  { splits, rows }: Part,
): Promise<((row: number) => boolean) | undefined> {
  if (splits.length > 0) {
    const tests = await Promise.all(splits.map(({ key, bytes }) => readSplit(deps, key, ...bytes)));
    return (row) => tests.every((test) => test(row));
  }
  if (rows === null) return undefined;
  const kept = new Set(rows);
  return (row) => kept.has(row);
}

/** Reads a data set of a report into memory. */
export async function loadDataset(
  deps: Deps,
  run: Run,
  ref: AnyDatasetRef,
): Promise<{ table: Table; input: ReportInput; columns: ColumnSpec[] }> {
  const found = await query(deps, run.actor, (t) => findDataset(deps, t, ref));
  const total = found.parts.reduce((sum, { manifest }) => sum + manifest.rows, 0);
  const tables: Table[] = [];
  let before = 0;
  for (const part of found.parts) {
    const keep = await keptRows(deps, part);
    const already = before;
    tables.push(
      await withTable(deps, part.manifest, (reader) =>
        loadTable(reader, {
          ...(keep === undefined ? {} : { keep }),
          signal: run.signal,
          onRows: (rows) => {
            void run.progress({ stage: 'read', done: already + rows, total }).catch(() => undefined);
          },
        }),
      ),
    );
    before += part.manifest.rows;
  }
  const table = stackRuns(tables);
  return {
    table,
    columns: found.columns,
    input: {
      name: found.name.slice(0, 512),
      rows: table.rows,
      columns: table.columns.length,
      sha256: contentHash(found),
    },
  };
}
