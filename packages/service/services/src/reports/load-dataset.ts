import { createHash } from 'node:crypto';
import {
  AssayError,
  type ColumnSpec,
  type DatasetRef,
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

type Run = Pick<JobRun<'validation.run'>, 'actor' | 'signal' | 'progress'>;

type Dataset = {
  name: string;
  manifest: TableManifest;
  columns: ColumnSpec[];
  split: { key: string; sha256: string; bytes: number[] } | null;
};

const SPLITS = {
  fit: [SPLIT_BYTES.fit],
  tune: [SPLIT_BYTES.tune],
  'fit-and-tune': [SPLIT_BYTES.fit, SPLIT_BYTES.tune],
} as const;

async function find(t: Repositories, ref: DatasetRef): Promise<Dataset> {
  if (ref.kind === 'run') {
    const run = await requireRun(t, ref.runId);
    const manifest = requireRows(run);
    return { name: `${run.name}, run ${run.number}`, manifest, columns: manifest.columns, split: null };
  }
  const { version, manifest } = await requireReadable(t, ref.versionId);
  const source = await t.sources.get(version.sourceId);
  if (source === null) {
    throw new AssayError('not-ready', 'The source of this report is in the trash or was erased.', {
      kept: 'Reports that were made before are unchanged.',
      next: 'Restore the source, then retry.',
    });
  }
  const split = await t.sources.activeSplit(ref.versionId);
  // A version that was never split has no test rows to keep from reports.
  return {
    name: `${source.name}, version ${version.number}${split === null ? '' : `, ${ref.split}`}`,
    manifest,
    columns: await columnsOf(t, ref.versionId),
    split:
      split === null
        ? null
        : { key: split.assignmentKey, sha256: split.assignmentSha256, bytes: [...SPLITS[ref.split]] },
  };
}

/** The content that a data set stands for: its chunks, and which rows of them. */
function contentHash({ manifest, split }: Dataset): string {
  const hash = createHash('sha256');
  for (const chunk of manifest.chunks) hash.update(`${chunk.sha256}\n`);
  if (split !== null) hash.update(`${split.sha256} ${split.bytes.join(',')}\n`);
  return hash.digest('hex');
}

/** Reads a data set of a report into memory. */
export async function loadDataset(
  deps: Deps,
  run: Run,
  ref: DatasetRef,
): Promise<{ table: Table; input: ReportInput; columns: ColumnSpec[] }> {
  const found = await query(deps, run.actor, (t) => find(t, ref));
  const { manifest, split } = found;
  const keep = split === null ? undefined : await readSplit(deps, split.key, ...split.bytes);
  const table = await withTable(deps, manifest, (reader) =>
    loadTable(reader, {
      ...(keep === undefined ? {} : { keep }),
      signal: run.signal,
      onRows: (rows) => {
        void run.progress({ stage: 'read', done: rows, total: manifest.rows }).catch(() => undefined);
      },
    }),
  );
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
