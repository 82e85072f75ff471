import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AssayError,
  type ColumnMapping,
  type ColumnSpec,
  dialect as dialectOf,
  type ImportedRun,
  importedRun,
  type MappingOffer,
  type PolicyRef,
  type Provenance,
  type RunStats,
  type TableManifest,
} from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { keepBlobs, referToBlobs, type StoredBlob, storeBlob } from '../blobs/store-blob.ts';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireName } from '../frame/require-name.ts';
import { requirePerson } from '../frame/require-person.ts';
import { beginRun } from '../generation/generate-run.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { resolvePolicy, standardPolicy } from '../policies/policy-record.ts';
import { orderRunReport } from '../reports/order-report.ts';
import { asJson } from '../sources/source-record.ts';
import { partKeys, readParts } from '../uploads/read-upload.ts';
import { describeMisfit, mapColumns } from './map-columns.ts';
import { requireReadySource } from './require-ready-source.ts';
import { type RunRow, requireRun, statusOf } from './run-record.ts';
import { reopenRun } from './stop-run.ts';

type Run = JobRun<'run.import'>;

/** Takes rows that were made elsewhere as a run beside the source that they imitate, and orders their reading. */
export function importRun(
  deps: Deps,
  actor: Actor,
  input: {
    projectId: string;
    sourceId: string;
    uploadId: string;
    name?: string | undefined;
    provenance: Provenance;
    mapping: ColumnMapping | null;
    policyRef?: PolicyRef | undefined;
  },
): Promise<{ runId: string; jobId: string }> {
  const createdBy = requirePerson(actor);
  const runId = deps.ids.next();
  return command(deps, actor, async ({ t, record, order }) => {
    const { projectId, provenance, mapping } = input;
    const upload = await t.uploads.get(input.uploadId);
    if (upload === null || upload.projectId !== projectId) {
      throw new AssayError('not-found', 'There is no such upload in this project.', { field: 'uploadId' });
    }
    const source = await t.sources.get(input.sourceId);
    if (source === null || source.projectId !== projectId) {
      throw new AssayError('not-found', 'There is no such source in this project.', { field: 'sourceId' });
    }
    if (upload.completedAt === null) {
      throw new AssayError('not-ready', `${upload.fileName} has not arrived completely.`, {
        next: 'Go on with the upload, then import it.',
      });
    }
    // Its report reads the real rows beside it, for which the same terms are asked.
    const ready = await requireReadySource(t, source.id, null, deps.clock.now());
    checkMapping(mapping, ready.columns);
    const policyRef = input.policyRef ?? (await standardPolicy(t, projectId));
    await resolvePolicy(t, projectId, policyRef);
    const imported: ImportedRun = {
      type: 'assay.imported-run',
      version: 1,
      uploadId: upload.id,
      fileName: upload.fileName,
      provenance,
      mapping,
      offer: null,
    };
    const { seed } = provenance;
    await t.runs.create({
      id: runId,
      projectId,
      kind: 'imported',
      name: requireName(input.name ?? upload.fileName.slice(0, 120), 'An imported run'),
      sourceId: source.id,
      sourceVersionId: ready.version.id,
      splitId: ready.split.id,
      seed: seed !== null && 'value' in seed && seed.value !== '' ? seed.value.slice(0, 64) : 'imported',
      policyRef,
      imported: asJson(imported),
      createdBy,
    });
    // The run holds the file for itself, whatever becomes of the upload.
    await referToBlobs(t, await partKeys(t, upload.id), { type: 'run-upload', id: runId });
    const jobId = await order({
      kind: 'run.import',
      payload: { runId },
      subject: { type: 'run', id: runId },
      projectId,
    });
    await record({
      action: 'run.imported',
      object: { type: 'run', id: runId },
      projectId,
      details: {
        provenance,
        source: source.id,
        ...(ready.override === null
          ? {}
          : {
              override: {
                by: ready.override.by,
                reason: ready.override.reason,
                covers: ready.override.covers,
              },
            }),
      },
      alsoTouched: [
        { type: 'upload', id: upload.id },
        { type: 'source', id: source.id },
        { type: 'sourceVersion', id: ready.version.id },
        { type: 'job', id: jobId },
      ],
    });
    return { runId, jobId };
  });
}

function checkMapping(mapping: ColumnMapping | null, columns: readonly ColumnSpec[]): void {
  const taken = new Set<string>();
  for (const { from, to } of mapping ?? []) {
    if (to === null) continue;
    if (!columns.some((column) => column.name === to)) {
      throw new AssayError('bad-input', `There is no column "${to}" in the source.`, { field: 'mapping' });
    }
    if (taken.has(to)) {
      throw new AssayError('bad-input', `Two columns are mapped to "${to}", the second is "${from}".`, {
        field: 'mapping',
        next: 'Map each column of the source once.',
      });
    }
    taken.add(to);
  }
}

/** Reads an imported run anew with a mapping of its columns, after it was refused for them. */
export function remapRun(
  deps: Deps,
  actor: Actor,
  input: { runId: string; mapping: ColumnMapping },
): Promise<{ jobId: string }> {
  return command(deps, actor, async (context) => {
    const { t, record } = context;
    const row = await requireRun(t, input.runId);
    if (row.kind !== 'imported' || statusOf(row) !== 'FAILED' || row.manifest !== null) {
      throw new AssayError('conflict', 'Only an imported run whose file was refused can be mapped anew.', {
        next: 'Import the file again.',
      });
    }
    const ready = await requireReadySource(t, row.sourceId ?? '', row.sourceVersionId, deps.clock.now());
    checkMapping(input.mapping, ready.columns);
    const imported = importedRun.parse(row.imported);
    await t.runs.setImported(row.id, asJson({ ...imported, mapping: input.mapping, offer: null }));
    await reopenRun(deps, context, row);
    const job = (await t.runs.jobs(row.id)).find((each) => each.kind === 'run.import');
    await record({
      action: 'run.remapped',
      object: { type: 'run', id: row.id },
      projectId: row.projectId,
      details: { mapping: input.mapping },
    });
    return { jobId: job?.id ?? '' };
  });
}

/** Reads the file of an imported run as columns of its source; refuses with an offer where they do not meet. */
export async function importRunRows(deps: Deps, run: Run) {
  const { runId } = run.job.payload;
  const row = await beginRun(deps, run, runId);
  const imported = importedRun.parse(row.imported);
  const ready = await query(deps, run.actor, (t) =>
    requireReadySource(t, row.sourceId ?? '', row.sourceVersionId, deps.clock.now()),
  );
  const folder = await mkdtemp(join(deps.workDir, 'import-run-'));
  try {
    const keys = (
      await query(deps, run.actor, (t) => t.blobs.ofOwner({ type: 'run-upload', id: runId }))
    ).map((ref) => ref.blobKey);
    // References have no order of their own; the upload's parts have.
    const parts = await query(deps, run.actor, (t) => partKeys(t, imported.uploadId));
    const ordered = parts.filter((key) => keys.includes(key));
    if (ordered.length === 0) {
      throw new AssayError('not-ready', 'The uploaded file of this run is gone.', {
        next: 'Import it again.',
      });
    }
    const found = await deps.tables.stage({
      open: () => readParts(deps, ordered),
      fileName: imported.fileName,
      // A "None" that is a value of the source is one here.
      missing: {
        also: dialectOf.safeParse(ready.version.dialect).data?.missing ?? [],
        never: ready.columns.flatMap((column) => column.allowedValues ?? []),
      },
      workDir: folder,
      signal: run.signal,
      onProgress: ({ phase, bytes }) => {
        void run.progress({ stage: phase, done: bytes, total: null }).catch(() => undefined);
      },
    });
    const aside = new Set(
      Object.values(imported.provenance).flatMap((each) =>
        each !== null && typeof each === 'object' && 'column' in each ? [each.column] : [],
      ),
    );
    const absent = [...aside].filter((name) => !found.columns.some((column) => column.name === name));
    if (absent.length > 0) {
      throw new AssayError(
        'bad-input',
        `The file has no column "${absent[0]}" that tells where rows come from.`,
        {
          field: 'provenance',
          next: 'Import it again with the names of the columns that are there.',
        },
      );
    }
    const mapped = mapColumns(found, ready.columns, imported.mapping, aside);
    if (imported.mapping === null && mapped.missing.length + mapped.surplus.length > 0) {
      await refuse(deps, run, row, imported, { ...mapped, misfits: [] });
    }
    if (mapped.mapped.length === 0) {
      await refuse(deps, run, row, imported, { ...mapped, misfits: [] });
    }
    const provenanceColumns = found.columns.filter((column) => aside.has(column.name));
    const columns = [
      ...mapped.mapped.map(({ spec }) => spec),
      // Kept beside the rows, under names that no column of the source has.
      ...provenanceColumns
        .filter((column) => !mapped.mapped.some(({ spec }) => spec.name === column.name))
        .map((column) => ({ ...column, role: 'identifier' as const })),
    ];
    const stored: StoredBlob[] = [];
    const result = await deps.tables.commit({
      staged: found.staged,
      columns,
      workDir: folder,
      signal: run.signal,
      onProgress: ({ rows, total }) => {
        void run.progress({ stage: 'write', done: rows, total }).catch(() => undefined);
      },
      putChunk: async (file, rows, rowStart) => {
        const blob = await storeBlob(deps, run.actor.orgId, {
          kind: 'chunk',
          source: { file },
          contentType: 'application/vnd.apache.parquet',
        });
        stored.push(blob);
        return { sha256: blob.sha256, key: blob.key, bytes: blob.bytes, rows, rowStart };
      },
    });
    const misfits = result.misfits.map((misfit) => {
      const spec = mapped.mapped.find((each) => each.spec.name === misfit.column)?.spec;
      const from = found.columns.find((column) => column.index === spec?.index);
      return {
        column: misfit.column,
        expected: spec?.type ?? 'text',
        found: from?.type ?? 'text',
        cells: misfit.count,
        example: misfit.first[0]?.text ?? null,
      };
    });
    const unreadable = misfits.filter((each) => each.cells >= result.manifest.rows);
    if ((imported.mapping === null && misfits.length > 0) || unreadable.length > 0) {
      await refuse(deps, run, row, imported, { ...mapped, misfits });
    }
    await finish(deps, run, row, result.manifest, stored);
    return { rows: result.manifest.rows, columns: columns.length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Keeps the offer with the run, then fails it with the sentence that people read. */
async function refuse(
  deps: Deps,
  run: Run,
  row: RunRow,
  imported: ImportedRun,
  { missing, surplus, misfits, offered }: MappingOffer,
): Promise<never> {
  const offer: MappingOffer = { missing, surplus, misfits, offered };
  await command(deps, run.actor, async ({ t, record }) => {
    await t.runs.setImported(row.id, asJson({ ...imported, offer }));
    await run.requireMine(t);
    await record({
      action: 'run.import-refused',
      object: { type: 'run', id: row.id },
      projectId: row.projectId,
      details: { missing, surplus, misfits: misfits.map((each) => each.column) },
      alsoTouched: [{ type: 'job', id: run.job.id }],
    });
  });
  throw new AssayError('bad-input', describeMisfit(offer), {
    field: 'mapping',
    kept: 'The file is kept.',
    next: 'Look at the mapping that is offered, correct it, and read the file again with it.',
  });
}

async function finish(
  deps: Deps,
  run: Run,
  row: RunRow,
  written: TableManifest,
  stored: readonly StoredBlob[],
): Promise<void> {
  const manifest = { ...written, columns: written.columns.map((column, index) => ({ ...column, index })) };
  const stats: RunStats = {
    rows: manifest.rows,
    rowsPerSecond: null,
    fitMs: null,
    sampleMs: null,
    peakMemoryBytes: null,
    acceptance: null,
  };
  if (manifest.rows === 0) {
    throw new AssayError('bad-input', 'The file has no rows.', { next: 'Import one that has.' });
  }
  await command(deps, run.actor, async (context) => {
    const { t, record } = context;
    await keepBlobs(t, stored, { type: 'run-rows', id: row.id });
    const moved = await t.runs.move(row.id, ['RUNNING'], {
      status: 'GENERATED',
      manifest: asJson(manifest),
      rows: BigInt(manifest.rows),
      stats: asJson(stats),
    });
    await run.requireMine(t);
    if (!moved) throw new AssayError('not-ready', 'The run was stopped while its file was read.');
    await t.sources.addDependencies([
      { fromType: 'sourceVersion', fromId: row.sourceVersionId ?? '', toType: 'run', toId: row.id },
    ]);
    await record({
      action: 'run.generated',
      object: { type: 'run', id: row.id },
      projectId: row.projectId,
      details: { rows: manifest.rows, chunks: manifest.chunks.length },
      alsoTouched: [{ type: 'job', id: run.job.id }],
    });
    await orderRunReport(deps, context, { ...row, status: 'GENERATED' }, row.createdBy);
  });
}
