import { notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';

/** Where an upload stands. */
export async function getUpload(deps: Deps, actor: Actor, input: { uploadId: string }) {
  const upload = await query(deps, actor, (t) => t.uploads.get(input.uploadId));
  if (upload === null) throw notFound('upload');
  return {
    id: upload.id,
    fileName: upload.fileName,
    size: Number(upload.size),
    received: Number(upload.received),
    complete: upload.completedAt !== null,
    expiresAt: upload.expiresAt.toISOString(),
  };
}

/** One's own uploads that were interrupted, to go on with. */
export async function listUnfinishedUploads(deps: Deps, actor: Actor, input: { projectId: string }) {
  const { userId } = actor;
  if (userId === null) return [];
  const rows = await query(deps, actor, (t) => t.uploads.unfinished(input.projectId, userId));
  return rows.map((row) => ({
    id: row.id,
    fileName: row.fileName,
    size: Number(row.size),
    received: Number(row.received),
    createdAt: row.createdAt.toISOString(),
  }));
}
