import { createHash } from 'node:crypto';
import type { JobKind } from '@assay/contracts';
import {
  type AnyDatasetRef,
  AssayError,
  type ColumnSpec,
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
import { columnsOf, requireReadable } from '../sources/source-record.ts';
import { withTable } from '../sources/version-table.ts';
import { loadTable } from '../tables/load-table.ts';
import { stackRuns } from '../tables/stack-runs.ts';
import { membersOf } from '../versions/version-labels.ts';
import { requireManifest, requireVersion } from '../versions/version-record.ts';

type Run = Pick<JobRun<JobKind>, 'actor' | 'signal' | 'progress'>;

/** Rows of one committed table: all of them, those of a split, or those named. */
type Part = {
  manifest: TableManifest;
  split: { key: string; sha256: string; bytes: number[] } | null;
  rows: readonly number[] | null;
};

type Dataset = { name: string; columns: ColumnSpec[]; parts: Part[] };

const SPLITS = {
  fit: [SPLIT_BYTES.fit],
  tune: [SPLIT_BYTES.tune],
  'fit-and-tune': [SPLIT_BYTES.fit, SPLIT_BYTES.tune],
  test: [SPLIT_BYTES.test],
} as const;

type SplitRow = NonNullable<Awaited<ReturnType<Repositories['sources']['activeSplit']>>>;

/**
 * The columns of a version as they are compared. Personal data is made up and never learnt: as with identifiers there
 * is nothing to compare, and none of its values may stand in a report, which more people read than the rows.
 */
async function comparedAs(t: Repositories, versionId: string): Promise<ColumnSpec[]> {
  const findings = await t.sources.findings(versionId);
  const personal = new Set(
    findings.filter(({ status }) => status !== 'DISMISSED').map(({ columnIndex }) => columnIndex),
  );
  return (await columnsOf(t, versionId)).map((column) =>
    personal.has(column.index) ? { ...column, role: 'identifier' } : column,
  );
}

async function sourceRows(
  t: Repositories,
  versionId: string,
  split: SplitRow | null,
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
  // A version that was never split has no test rows to keep from reports.
  const rows =
    split === null
      ? null
      : { key: split.assignmentKey, sha256: split.assignmentSha256, bytes: [...SPLITS[part]] };
  return {
    name: `${source.name}, version ${version.number}${split === null ? '' : `, ${part}`}`,
    columns: await comparedAs(t, versionId),
    parts: [{ manifest, split: rows, rows: null }],
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
      split: null,
      rows: members === null ? null : (members.get(run.number) ?? []),
    })),
  };
}

async function find(deps: Deps, t: Repositories, ref: AnyDatasetRef): Promise<Dataset> {
  switch (ref.kind) {
    case 'run': {
      const run = await requireRun(t, ref.runId);
      const manifest = requireRows(run);
      const parts = [{ manifest, split: null, rows: null }];
      return { name: `${run.name}, run ${run.number}`, columns: manifest.columns, parts };
    }
    case 'sourceVersion':
      return sourceRows(t, ref.versionId, await t.sources.activeSplit(ref.versionId), ref.split);
    case 'split': {
      const split = (await t.sources.splits(ref.versionId)).find((each) => each.id === ref.splitId);
      if (split === undefined) {
        throw new AssayError('not-found', 'The split that the runs of this version were made by is gone.', {
          kept: 'The version is unchanged.',
          next: 'Make a run on the version of the source as it is split now, and commit that.',
        });
      }
      return sourceRows(t, ref.versionId, split, ref.part);
    }
    case 'version':
      return versionRows(deps, t, ref.versionId, ref.runs);
  }
}

/** The content that a data set stands for: its chunks, and which rows of them. */
function contentHash({ parts }: Dataset): string {
  const hash = createHash('sha256');
  for (const { manifest, split, rows } of parts) {
    for (const chunk of manifest.chunks) hash.update(`${chunk.sha256}\n`);
    if (split !== null) hash.update(`${split.sha256} ${split.bytes.join(',')}\n`);
    if (rows !== null) hash.update(`${rows.join(',')}\n`);
  }
  return hash.digest('hex');
}

async function keptRows(deps: Deps, { split, rows }: Part): Promise<((row: number) => boolean) | undefined> {
  if (split !== null) return readSplit(deps, split.key, ...split.bytes);
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
  const found = await query(deps, run.actor, (t) => find(deps, t, ref));
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
