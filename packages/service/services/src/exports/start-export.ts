import { type ExportOptions, exportFileKind, exportOptions, rowsFormat } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { asJson } from '../sources/source-record.ts';
import { failureOf, requireManifest, requireVersion } from '../versions/version-record.ts';
import { type ExportRow, exportStatusOf, requireExport } from './export-record.ts';

/** Orders a version as files. */
export function startExport(
  deps: Deps,
  actor: Actor,
  input: { versionId: string } & ExportOptions,
): Promise<{ exportId: string; jobId: string }> {
  const createdBy = requirePerson(actor);
  const exportId = deps.ids.next();
  return command(deps, actor, async ({ t, record, order }) => {
    const version = await requireVersion(t, input.versionId);
    requireManifest(version);
    const { projectId } = version;
    const options: ExportOptions = { format: input.format, leaveOutLost: input.leaveOutLost };
    await t.versionExports.create({
      id: exportId,
      projectId,
      versionId: version.id,
      format: input.format,
      options: asJson(options),
      createdBy,
    });
    const jobId = await order({
      kind: 'export.build',
      payload: { exportId },
      subject: { type: 'export', id: exportId },
      projectId,
    });
    await record({
      action: 'export.ordered',
      object: { type: 'export', id: exportId },
      projectId,
      details: { version: version.id, number: version.number, ...options },
      alsoTouched: [
        { type: 'version', id: version.id },
        { type: 'job', id: jobId },
      ],
    });
    return { exportId, jobId };
  });
}

async function viewOf(t: Repositories, row: ExportRow) {
  const job = await t.jobs.newestFor(row.id);
  return {
    id: row.id,
    versionId: row.versionId,
    projectId: row.projectId,
    format: rowsFormat.parse(row.format),
    leaveOutLost: exportOptions.parse(row.options).leaveOutLost,
    status: exportStatusOf(row),
    records: row.records === null ? null : Number(row.records),
    failure: failureOf(row),
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
    job:
      job === null
        ? null
        : { id: job.id, done: Number(job.done), total: job.total === null ? null : Number(job.total) },
    files: row.files
      .map(({ kind, name, sha256, bytes }) => ({
        kind: exportFileKind.parse(kind),
        name,
        sha256,
        bytes: Number(bytes),
      }))
      .sort((a, b) => exportFileKind.options.indexOf(a.kind) - exportFileKind.options.indexOf(b.kind)),
  };
}

/** Exports of a version, newest first. */
export function listExports(
  deps: Deps,
  actor: Actor,
  input: { versionId: string; limit: number; before: string | null },
) {
  return query(deps, actor, async (t) => {
    const rows = await t.versionExports.list(input.versionId, input.limit, input.before);
    const page = rows.slice(0, input.limit);
    const exports: Awaited<ReturnType<typeof viewOf>>[] = [];
    for (const row of page) exports.push(await viewOf(t, row));
    return { exports, next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null };
  });
}

export function getExport(deps: Deps, actor: Actor, input: { exportId: string }) {
  return query(deps, actor, async (t) => viewOf(t, await requireExport(t, input.exportId)));
}
