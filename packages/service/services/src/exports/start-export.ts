import { type AskedExport, exportOptions, rowsFormat } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { type CommandContext, command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { releaseMark, requireInForce, requireRelease, todayOf } from '../releases/release-record.ts';
import { asJson } from '../sources/source-record.ts';
import { failureOf, requireManifest, requireVersion } from '../versions/version-record.ts';
import { type ExportRow, exportStatusOf, requireExport } from './export-record.ts';
import { exportFiles } from './export-view.ts';

type Ordered = { exportId: string; jobId: string };

/** Orders a version as files, which are marked as not released. */
export function startExport(
  deps: Deps,
  actor: Actor,
  input: { versionId: string } & AskedExport,
): Promise<Ordered> {
  const createdBy = requirePerson(actor);
  return command(deps, actor, (context) => orderExport(deps, context, createdBy, null, input));
}

/** Orders a release as files, which say by whom and on what grounds it was approved. */
export function startReleaseExport(
  deps: Deps,
  actor: Actor,
  input: { releaseId: string } & Pick<AskedExport, 'format' | 'pictureLabels'>,
): Promise<Ordered> {
  const createdBy = requirePerson(actor);
  return command(deps, actor, async (context) => {
    const release = await requireRelease(context.t, input.releaseId);
    requireInForce(release, todayOf(deps));
    // A release is whole or it is not that release.
    const { format, pictureLabels } = input;
    const options = { format, pictureLabels, leaveOutLost: false, versionId: release.versionId };
    return orderExport(deps, context, createdBy, release.id, options);
  });
}

async function orderExport(
  deps: Deps,
  { t, record, order }: CommandContext,
  createdBy: string,
  releaseId: string | null,
  { versionId, ...asked }: { versionId: string } & AskedExport,
): Promise<Ordered> {
  const exportId = deps.ids.next();
  const version = await requireVersion(t, versionId);
  requireManifest(version);
  const { projectId } = version;
  const options = exportOptions.parse(asked);
  await t.versionExports.create({
    id: exportId,
    projectId,
    versionId: version.id,
    releaseId,
    format: options.format,
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
    details: { version: version.id, number: version.number, release: releaseId, ...options },
    alsoTouched: [
      { type: 'version', id: version.id },
      { type: 'job', id: jobId },
      ...(releaseId === null ? [] : [{ type: 'release', id: releaseId }]),
    ],
  });
  return { exportId, jobId };
}

async function viewOf(deps: Deps, t: Repositories, row: ExportRow) {
  const release = row.releaseId === null ? null : await t.releases.get(row.releaseId);
  const job = await t.jobs.newestFor(row.id);
  const { leaveOutLost, pictureLabels } = exportOptions.parse(row.options);
  return {
    id: row.id,
    versionId: row.versionId,
    /** The release that it is of, as it stands today. */
    release: release === null ? null : releaseMark(release, todayOf(deps)),
    projectId: row.projectId,
    format: rowsFormat.parse(row.format),
    leaveOutLost,
    pictureLabels,
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
    files: exportFiles(row),
  };
}

type Page = { limit: number; before: string | null };

async function pageOf(
  deps: Deps,
  t: Repositories,
  of: { versionId: string } | { releaseId: string },
  { limit, before }: Page,
) {
  const rows = await t.versionExports.list(of, limit, before);
  const page = rows.slice(0, limit);
  const exports: Awaited<ReturnType<typeof viewOf>>[] = [];
  for (const row of page) exports.push(await viewOf(deps, t, row));
  return { exports, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** Exports of a version and of its releases, newest first. */
export function listExports(deps: Deps, actor: Actor, input: { versionId: string } & Page) {
  return query(deps, actor, (t) => pageOf(deps, t, { versionId: input.versionId }, input));
}

/** Exports of a release, newest first. */
export function listReleaseExports(deps: Deps, actor: Actor, input: { releaseId: string } & Page) {
  return query(deps, actor, (t) => pageOf(deps, t, { releaseId: input.releaseId }, input));
}

export function getExport(deps: Deps, actor: Actor, input: { exportId: string }) {
  return query(deps, actor, async (t) => viewOf(deps, t, await requireExport(t, input.exportId)));
}
