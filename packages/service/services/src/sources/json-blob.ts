import { type StoredBlob, storeBlob } from '../blobs/store-blob.ts';
import type { Deps } from '../frame/deps.ts';

/** Stores a document of ours as JSON. */
export function storeJsonBlob(
  deps: Deps,
  orgId: string,
  kind: string,
  document: object,
): Promise<StoredBlob> {
  return storeBlob(deps, orgId, {
    kind,
    source: Buffer.from(JSON.stringify(document)),
    contentType: 'application/json',
  });
}

/** Reads such a document; the caller parses it with its schema. */
export async function readJsonBlob(deps: Deps, key: string): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await deps.storage.get(key)) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
