import { AssayError } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type BlobSource, blobKey, StorageFullError } from '@assay/storage';
import type { Deps } from '../frame/deps.ts';

/** A file in storage that no row speaks of yet. */
export type StoredBlob = { key: string; sha256: string; bytes: number; contentType: string };

/**
 * Writes a file to storage, before the transaction that will need it. If that never commits, the sweep removes the
 * file after a day.
 *
 * @param kind what it is, one word: `upload-part`, `chunk`, `profile`
 * @throws AssayError `storage-full` where there is no room; nothing is left then
 */
export async function storeBlob(
  deps: Deps,
  orgId: string,
  blob: { kind: string; source: BlobSource; contentType?: string },
): Promise<StoredBlob> {
  const contentType = blob.contentType ?? 'application/octet-stream';
  const key = blobKey({ region: deps.region, orgId, kind: blob.kind, id: deps.ids.next() });
  try {
    const { sha256, bytes } = await deps.storage.put(key, blob.source, { contentType });
    return { key, sha256, bytes, contentType };
  } catch (error) {
    if (error instanceof StorageFullError) {
      throw new AssayError('storage-full', 'There is no room left to store this.', {
        kept: 'Nothing of it was kept; everything stored before is unchanged.',
        next: 'Ask your administrator to free space, then try again.',
        cause: error,
      });
    }
    throw error;
  }
}

/** Takes stored files into keeping for an owner, in the transaction that needs them. */
export async function keepBlobs(
  t: Repositories,
  blobs: readonly StoredBlob[],
  owner: { type: string; id: string },
): Promise<void> {
  for (const { key, sha256, bytes, contentType } of blobs) {
    await t.blobs.add({ key, sha256, bytes: BigInt(bytes), contentType });
  }
  await referToBlobs(
    t,
    blobs.map((blob) => blob.key),
    owner,
  );
}

/** Needs files that are kept already, for one more owner. */
export async function referToBlobs(
  t: Repositories,
  keys: readonly string[],
  owner: { type: string; id: string },
): Promise<void> {
  if (keys.length > 0 && !(await t.blobs.refer(keys, owner))) {
    throw new AssayError('conflict', 'A file that this needs was removed meanwhile.', {
      kept: 'Nothing was changed.',
      next: 'Do it again from the start.',
    });
  }
}
