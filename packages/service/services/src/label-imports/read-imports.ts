import { AssayError, jobStatus, type LabelImportStatus, type LabelImportUse } from '@assay/contracts';
import type { ImportDependents, ImportNames, Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { recordAccess } from '../ledger/record-access.ts';
import { readParts } from '../uploads/read-upload.ts';
import { documentsOfImport, type ImportRow, requireImport, statusOfImport, useOf } from './import-record.ts';

type Context = { names: ReadonlyMap<string, ImportNames>; people: ReadonlyMap<string, string> };

async function contextOf(t: Repositories, rows: readonly ImportRow[]): Promise<Context> {
  const people = rows.flatMap((row) => [row.createdBy, row.committedBy ?? [], row.withdrawnBy ?? []].flat());
  return {
    names: await t.labelImports.names(rows.map((row) => row.id)),
    people: await t.members.names(people),
  };
}

function viewOf(row: ImportRow, { names, people }: Context) {
  const named = names.get(row.id);
  const { found } = documentsOfImport(row);
  const who = (userId: string | null) =>
    userId === null ? null : { userId, name: people.get(userId) ?? null };
  return {
    id: row.id,
    projectId: row.projectId,
    number: row.number,
    use: useOf(row),
    status: statusOfImport(row),
    fileName: row.fileName,
    bytes: Number(row.bytes),
    source: row.source,
    runId: row.runId,
    run: named?.run ?? null,
    labelSchemaVersionId: row.labelSchemaVersionId,
    labelSchema: named?.labelSchema ?? null,
    batch: row.batchId === null ? null : { id: row.batchId, number: named?.batchNumber ?? 0 },
    records: found?.records ?? null,
    good: found?.good ?? null,
    createdBy: who(row.createdBy),
    createdAt: row.createdAt,
    committedBy: who(row.committedBy),
    committedAt: row.committedAt,
    withdrawnBy: who(row.withdrawnBy),
    withdrawnAt: row.withdrawnAt,
    revision: row.revision,
  };
}

export type LabelImportView = ReturnType<typeof viewOf>;

/** Imports of labels in a project, the newest first. */
export function listLabelImports(
  deps: Deps,
  actor: Actor,
  input: {
    projectId: string;
    use?: LabelImportUse | undefined;
    runId?: string | undefined;
    status?: LabelImportStatus | undefined;
    before?: number | undefined;
    limit: number;
  },
): Promise<{ imports: LabelImportView[]; next: number | null }> {
  return query(deps, actor, async (t) => {
    const { projectId, use, runId, status, limit } = input;
    const rows = await t.labelImports.list(projectId, { use, runId, status }, limit, input.before ?? null);
    const page = rows.slice(0, limit);
    const context = await contextOf(t, page);
    return {
      imports: page.map((row) => viewOf(row, context)),
      next: rows.length > limit ? (page.at(-1)?.number ?? null) : null,
    };
  });
}

const NO_DEPENDENTS: ImportDependents = { batches: 0, decisions: 0, versions: 0, controls: 0 };

/** An import with what was found in its file, and what came of it. */
export function getLabelImport(deps: Deps, actor: Actor, input: { importId: string }) {
  return query(deps, actor, async (t) => {
    const row = await requireImport(t, input.importId);
    const { found, mapping, failure } = documentsOfImport(row);
    const job = await t.jobs.newestFor(row.id);
    return {
      ...viewOf(row, await contextOf(t, [row])),
      found,
      mapping,
      failure,
      job: job === null ? null : { id: job.id, status: jobStatus.parse(job.status) },
      dependents: row.status === 'DONE' ? await t.labelImports.dependents(row.id) : NO_DEPENDENTS,
    };
  });
}

/** What was not taken of a file, with the reasons, as CSV. That it left is on record. */
export async function downloadRefused(
  deps: Deps,
  actor: Actor,
  input: { importId: string },
): Promise<{ fileName: string; content: AsyncGenerator<Uint8Array> }> {
  const row = await query(deps, actor, (t) => requireImport(t, input.importId));
  if (row.refusedKey === null || row.status === 'CANCELLED') {
    throw new AssayError('not-found', 'There is no list of what was refused.', {
      next: 'Wait until the file is read.',
    });
  }
  await recordAccess(deps, actor, {
    action: 'label-import.refused-downloaded',
    object: { type: 'labelImport', id: row.id },
    projectId: row.projectId,
  });
  return { fileName: `import-${row.number}-refused.csv`, content: readParts(deps, [row.refusedKey]) };
}
