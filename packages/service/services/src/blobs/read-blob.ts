import { AssayError } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { BlobNotFoundError, type ByteRange } from '@assay/storage';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';

export type ReadBlob = {
  bytes: number;
  sha256: string;
  contentType: string;
  content: AsyncIterable<Uint8Array>;
};

/** Opens a stored file of the actor's organisation, all of it or a range of bytes. */
export async function readBlob(deps: Deps, actor: Actor, key: string, range?: ByteRange): Promise<ReadBlob> {
  const row = await query(deps, actor, (t) => t.blobs.get(key));
  if (row === null) throw gone();
  try {
    return {
      bytes: Number(row.bytes),
      sha256: row.sha256,
      contentType: row.contentType,
      content: await deps.storage.get(key, range === undefined ? {} : { range }),
    };
  } catch (error) {
    if (error instanceof BlobNotFoundError) throw gone(error);
    throw error;
  }
}

function gone(cause?: unknown): AssayError {
  return new AssayError('not-found', 'This file is not there any more.', {
    next: 'It may have been erased, or replaced by a newer one: look at what it belongs to.',
    cause,
  });
}
