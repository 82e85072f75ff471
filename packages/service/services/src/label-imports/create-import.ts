import {
  AssayError,
  LABEL_IMPORT_MAX_BYTES,
  type LabelImportMapping,
  type LabelImportUse,
} from '@assay/contracts';
import { type Actor, importMappingProblem, importStatesBefore } from '@assay/domain';
import { referToBlobs } from '../blobs/store-blob.ts';
import { type CommandContext, command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import {
  requireLabelSchemaVersion,
  requireLabelSchemaVersionOf,
} from '../label-schemas/label-schema-record.ts';
import { requireRows, requireRun, requireRunOf } from '../runs/run-record.ts';
import { asJson } from '../sources/source-record.ts';
import { documentsOfImport, type ImportRow, lockImport, notNow, statusOfImport } from './import-record.ts';

export type CreateLabelImport = {
  projectId: string;
  use: LabelImportUse;
  runId: string;
  labelSchemaVersionId: string;
  uploadId: string;
  /** Who or what gave answers that do not say so themselves. */
  source: string;
  /** What the columns of a CSV file hold; null lets it be found out. */
  mapping: LabelImportMapping | null;
};

/** Takes a file of labels to be read: nothing of it counts before a person has seen what is in it. */
export function createLabelImport(
  deps: Deps,
  actor: Actor,
  input: CreateLabelImport,
): Promise<{ importId: string; jobId: string }> {
  const createdBy = requirePerson(actor);
  const importId = deps.ids.next();
  return command(deps, actor, async ({ t, record, order }) => {
    const { projectId, use, labelSchemaVersionId } = input;
    const upload = await t.uploads.get(input.uploadId);
    if (upload === null || upload.projectId !== projectId) {
      throw new AssayError('not-found', 'There is no such upload in this project.', { field: 'uploadId' });
    }
    if (upload.completedAt === null) {
      throw new AssayError('not-ready', `${upload.fileName} has not arrived completely.`, {
        field: 'uploadId',
        next: 'Go on with the upload, then import it.',
      });
    }
    if (upload.size > BigInt(LABEL_IMPORT_MAX_BYTES)) {
      throw new AssayError('too-large', 'A file of labels has at most 64 MB.', {
        field: 'uploadId',
        kept: 'Nothing was imported.',
        next: 'Split it, and import the parts one after the other.',
      });
    }
    const run = await requireRunOf(t, projectId, input.runId);
    requireRows(run);
    await requireLabelSchemaVersionOf(t, projectId, labelSchemaVersionId);
    const parts = (await t.uploads.parts(upload.id)).map((part) => part.blobKey);
    await t.labelImports.create({
      id: importId,
      projectId,
      use,
      runId: run.id,
      labelSchemaVersionId,
      parts,
      fileName: upload.fileName,
      bytes: upload.size,
      source: input.source.trim(),
      ...(input.mapping === null ? {} : { mapping: asJson(input.mapping) }),
      createdBy,
    });
    // The import holds the file for itself, whatever becomes of the upload.
    await referToBlobs(t, parts, { type: 'label-import', id: importId });
    const jobId = await orderRead({ order }, { id: importId, projectId });
    await record({
      action: 'label-import.created',
      object: { type: 'labelImport', id: importId },
      projectId,
      details: { use, file: upload.fileName, run: run.id, labelSchemaVersion: labelSchemaVersionId },
      alsoTouched: [
        { type: 'upload', id: upload.id },
        { type: 'run', id: run.id },
        { type: 'job', id: jobId },
      ],
    });
    return { importId, jobId };
  });
}

function orderRead(
  { order }: Pick<CommandContext, 'order'>,
  { id, projectId }: Pick<ImportRow, 'id' | 'projectId'>,
): Promise<string> {
  return order({
    kind: 'label-import.read',
    payload: { importId: id },
    subject: { type: 'labelImport', id },
    projectId,
  });
}

/** Reads a file anew: with other columns, or with another name for answers that do not say whose they are. */
export function remapLabelImport(
  deps: Deps,
  actor: Actor,
  input: { importId: string; mapping: LabelImportMapping | null; source: string },
): Promise<{ jobId: string }> {
  return command(deps, actor, async ({ t, record, order }) => {
    const row = await lockImport(t, input.importId);
    const { found } = documentsOfImport(row);
    const { mapping } = input;
    if (mapping !== null && found !== null) {
      if (found.format === 'jsonl') {
        throw new AssayError('bad-input', 'Records of JSONL say themselves what they hold.', {
          field: 'mapping',
        });
      }
      const { document } = await requireLabelSchemaVersion(t, row.labelSchemaVersionId);
      const manifest = requireRows(await requireRun(t, row.runId));
      const problem = importMappingProblem(mapping, found.columns, document, manifest.columns);
      if (problem !== null) throw new AssayError('bad-input', problem.message, { field: 'mapping' });
    }
    const moved = await t.labelImports.move(row.id, importStatesBefore('READING'), 'READING', {
      mapping: mapping === null ? (null as never) : asJson(mapping),
      source: input.source.trim(),
      failure: null as never,
    });
    if (!moved) throw notNow(row, 'read again');
    const jobId = await orderRead({ order }, row);
    await record({
      action: 'label-import.remapped',
      object: { type: 'labelImport', id: row.id },
      projectId: row.projectId,
      details: { mapping: mapping === null ? null : (asJson(mapping) as never) },
      alsoTouched: [{ type: 'job', id: jobId }],
    });
    return { jobId };
  });
}

/** Gives up an import that nothing was taken of; its file is swept. */
export function cancelLabelImport(deps: Deps, actor: Actor, input: { importId: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const row = await lockImport(t, input.importId);
    if (statusOfImport(row) === 'COMMITTING') throw notNow(row, 'given up: stop its job first');
    if (!(await t.labelImports.move(row.id, importStatesBefore('CANCELLED'), 'CANCELLED'))) {
      throw notNow(row, 'given up');
    }
    for (const job of await t.jobs.openFor(row.id)) await t.jobs.requestCancel(job.id, deps.clock.now());
    await t.blobs.release({ type: 'label-import', id: row.id });
    await record({
      action: 'label-import.cancelled',
      object: { type: 'labelImport', id: row.id },
      projectId: row.projectId,
    });
  });
}
