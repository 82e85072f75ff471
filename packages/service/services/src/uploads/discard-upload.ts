import { notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';

/** Gives up an upload; its parts are swept. A source version made from it keeps its own reference to them. */
export function discardUpload(deps: Deps, actor: Actor, input: { uploadId: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const upload = await t.uploads.get(input.uploadId);
    if (upload === null) throw notFound('upload');
    await t.blobs.release({ type: 'upload', id: input.uploadId });
    await t.uploads.remove(input.uploadId);
    await record({
      action: 'upload.discarded',
      object: { type: 'upload', id: input.uploadId },
      projectId: upload.projectId,
    });
  });
}

/** Gives up what nobody came back for. */
export async function discardExpiredUploads(deps: Deps): Promise<number> {
  const expired = await deps.db.system.expiredUploads(100);
  for (const { orgId, id } of expired) {
    await discardUpload(deps, { kind: 'system', orgId, userId: null, orgRoles: [] }, { uploadId: id });
  }
  return expired.length;
}
