import type { Repositories } from '@assay/db';
import type { Deps } from '../frame/deps.ts';

/** The bytes of a finished upload, part after part. */
export async function* readParts(deps: Deps, keys: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const key of keys) yield* await deps.storage.get(key);
}

/** Keys of the parts in their order. */
export async function partKeys(t: Repositories, uploadId: string): Promise<string[]> {
  return (await t.uploads.parts(uploadId)).map((part) => part.blobKey);
}
