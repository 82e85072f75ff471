import { sha256 as portable, type Sha256 } from '../sha256.ts';
import { emptyRoot } from './empty-root.ts';
import { hashRange } from './hash-range.ts';
import { leafHasher } from './leaf-hasher.ts';

/**
 * The Merkle tree hash over leaf hashes.
 *
 * @param leafHashes leaf hashes (see `leafHash`), 32 bytes each, in index order; may be empty
 * @returns 32 bytes; for no leaves SHA-256 of the empty string
 * @throws RangeError when a leaf hash is not 32 bytes
 * @see RFC 6962 section 2.1 (MTH)
 */
export function rootHash(leafHashes: readonly Uint8Array[], sha256: Sha256 = portable): Uint8Array {
  if (leafHashes.length === 0) return emptyRoot(sha256);
  return hashRange({ from: 0, to: leafHashes.length }, leafHasher(leafHashes, sha256), sha256);
}
