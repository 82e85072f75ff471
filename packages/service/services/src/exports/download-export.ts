import { AssayError, type ExportFileKind, notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { readBlob } from '../blobs/read-blob.ts';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { recordAccess } from '../ledger/record-access.ts';
import { requireInForce, requireRelease, todayOf } from '../releases/release-record.ts';
import { exportStatusOf, requireExport } from './export-record.ts';

/** A file of an export. That it left, and to whom, is on record before its first byte does. */
export async function downloadExport(
  deps: Deps,
  actor: Actor,
  input: { exportId: string; kind: ExportFileKind },
): Promise<{ name: string; contentType: string; bytes: number; content: AsyncIterable<Uint8Array> }> {
  const { row, file } = await query(deps, actor, async (t) => {
    const row = await requireExport(t, input.exportId);
    if (row.releaseId !== null) requireInForce(await requireRelease(t, row.releaseId), todayOf(deps));
    return { row, file: row.files.find((each) => each.kind === input.kind) };
  });
  if (exportStatusOf(row) !== 'READY') {
    throw new AssayError('not-ready', 'This export is not there yet.', { next: 'Wait until it is made.' });
  }
  if (file === undefined) throw notFound('file of the export');
  const blob = await readBlob(deps, actor, file.blobKey);
  await recordAccess(deps, actor, {
    action: 'export.downloaded',
    object: { type: 'export', id: row.id },
    projectId: row.projectId,
    details: { kind: file.kind, sha256: file.sha256, bytes: Number(file.bytes) },
    alsoTouched: [{ type: 'version', id: row.versionId }],
  });
  return { name: file.name, contentType: blob.contentType, bytes: Number(file.bytes), content: blob.content };
}
