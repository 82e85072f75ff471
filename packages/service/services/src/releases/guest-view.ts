import { AssayError, type ExportFileKind, exportedRelease, notFound, rowsFormat } from '@assay/contracts';
import type { FoundGuestLink } from '@assay/db';
import type { Actor } from '@assay/domain';
import { readBlob } from '../blobs/read-blob.ts';
import { exportStatusOf, requireExport } from '../exports/export-record.ts';
import { exportFiles } from '../exports/export-view.ts';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { recordAccess } from '../ledger/record-access.ts';
import { hashOfSecret } from '../members/invitation-token.ts';
import { requireManifest, requireVersion } from '../versions/version-record.ts';
import { releaseMark, requireRelease, todayOf, waiversInForce } from './release-record.ts';

type Guest = Extract<Actor, { kind: 'guest' }>;

/** The link behind a secret, while it opens. Who holds a wrong one learns nothing. */
async function openLink(deps: Deps, token: string): Promise<{ link: FoundGuestLink; guest: Guest }> {
  const link = await deps.db.transaction({ orgId: null, userId: null }, (t) =>
    t.guestLinks.byTokenHash(hashOfSecret(token)),
  );
  if (link === null) throw notFound('guest link');
  if (link.revokedAt !== null || link.expiresAt <= deps.clock.now()) {
    throw new AssayError(
      'forbidden',
      link.revokedAt === null ? 'This link has ended.' : 'This link was taken back.',
      { next: 'Ask whoever gave it to you for another one.' },
    );
  }
  return {
    link,
    guest: { kind: 'guest', linkId: link.id, orgId: link.orgId, userId: null, orgRoles: [] },
  };
}

/** What the holder of a link sees: one release, read-only. Each visit is on record. */
export async function viewAsGuest(deps: Deps, input: { token: string }) {
  const { link, guest } = await openLink(deps, input.token);
  const now = deps.clock.now();
  return command(deps, guest, async ({ t, record }) => {
    const row = await requireRelease(t, link.releaseId);
    const today = todayOf(deps);
    const mark = releaseMark(row, today);
    const project = await t.projects.get(row.projectId);
    const manifest = requireManifest(await requireVersion(t, row.versionId));
    const exports = mark.standing === 'in-force' ? await t.versionExports.ofRelease(row.id) : [];
    await t.guestLinks.visited(link.id, now);
    await record({
      action: 'guest-link.visited',
      object: { type: 'guestLink', id: link.id },
      projectId: row.projectId,
      alsoTouched: [{ type: 'release', id: row.id }],
    });
    return {
      organisation: link.orgName,
      project: project?.name ?? '',
      expiresAt: link.expiresAt,
      ...mark,
      notes: row.notes,
      withdrawnAt: row.withdrawnAt,
      version: { number: row.version.number, root: row.version.root },
      approval: exportedRelease.nullable().parse(row.approval),
      // A waiver may have been renewed since the approval.
      waivers: waiversInForce(row, today),
      counts: manifest.counts,
      // What people wrote goes out with the files alone, where a manager let them go.
      distribution: manifest.distribution.map(({ questions, ...schema }) => ({
        ...schema,
        questions: questions.filter((question) => question.kind !== 'text'),
      })),
      runs: manifest.runs.map(({ number, origin, samples, source }) => ({
        number,
        origin,
        samples,
        source:
          source === null ? null : { name: source.name, number: source.number, licence: source.licence },
      })),
      exports: exports.map((each) => ({
        id: each.id,
        format: rowsFormat.parse(each.format),
        records: each.records === null ? null : Number(each.records),
        files: exportFiles(each),
      })),
    };
  });
}

/** A file of a release for the holder of a link. That it left is on record before its first byte does. */
export async function downloadAsGuest(
  deps: Deps,
  input: { token: string; exportId: string; kind: ExportFileKind },
): Promise<{ name: string; contentType: string; bytes: number; content: AsyncIterable<Uint8Array> }> {
  const { link, guest } = await openLink(deps, input.token);
  const file = await query(deps, guest, async (t) => {
    const made = await requireExport(t, input.exportId);
    const row = await requireRelease(t, link.releaseId);
    const found = made.files.find((each) => each.kind === input.kind);
    if (made.releaseId !== row.id || exportStatusOf(made) !== 'READY' || found === undefined) {
      throw notFound('file of the release');
    }
    if (releaseMark(row, todayOf(deps)).standing !== 'in-force') {
      throw new AssayError('not-ready', 'This release is not in force any more.', {
        next: 'Open the link again: it says why.',
      });
    }
    return { ...found, projectId: made.projectId, versionId: made.versionId };
  });
  const blob = await readBlob(deps, guest, file.blobKey);
  await recordAccess(deps, guest, {
    action: 'guest-link.downloaded',
    object: { type: 'guestLink', id: link.id },
    projectId: file.projectId,
    details: { export: input.exportId, kind: file.kind, sha256: file.sha256, bytes: Number(file.bytes) },
    alsoTouched: [
      { type: 'release', id: link.releaseId },
      { type: 'version', id: file.versionId },
      { type: 'export', id: input.exportId },
    ],
  });
  return { name: file.name, contentType: blob.contentType, bytes: Number(file.bytes), content: blob.content };
}
