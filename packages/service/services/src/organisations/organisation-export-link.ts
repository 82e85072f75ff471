import { notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';

const LINK_SECONDS = 15 * 60;

/** An address from which a finished export can be fetched for a quarter of an hour; each one asked for is an event. */
export async function organisationExportLink(
  deps: Deps,
  actor: Actor,
  input: { exportId: string },
): Promise<{ url: string; bytes: string; sha256: string; expiresAt: string }> {
  return command(deps, actor, async ({ t, record }) => {
    const owner = { type: 'organisation-export', id: input.exportId };
    const [ref] = await t.blobs.ofOwner(owner);
    const blob = ref === undefined ? null : await t.blobs.get(ref.blobKey);
    if (blob === null) throw notFound('export');
    const day = blob.createdAt.toISOString().slice(0, 10);
    const url = await deps.storage.signedUrl(blob.key, {
      expiresInSeconds: LINK_SECONDS,
      fileName: `assay-organisation-${day}.tar`,
    });
    await record({ action: 'organisation.export-downloaded', object: owner });
    return {
      url,
      bytes: blob.bytes.toString(),
      sha256: blob.sha256,
      expiresAt: new Date(deps.clock.now().getTime() + LINK_SECONDS * 1000).toISOString(),
    };
  });
}
