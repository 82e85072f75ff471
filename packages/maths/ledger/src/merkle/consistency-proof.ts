import { sha256 as portable, type Sha256 } from '../sha256.ts';
import { consistencyRanges } from './consistency-ranges.ts';
import { hashRange } from './hash-range.ts';
import { leafHasher } from './leaf-hasher.ts';

/**
 * The proof that a tree only grew since it had `size1` leaves.
 *
 * @param leafHashes all leaf hashes of the later tree, 32 bytes each, in index order
 * @param size1 leaves in the earlier tree, from 1 to leafHashes.length
 * @returns hashes of 32 bytes; none when the sizes are the same
 * @throws RangeError for other sizes or a hash that is not 32 bytes
 * @see RFC 6962 section 2.1.2
 */
export function consistencyProof(
  leafHashes: readonly Uint8Array[],
  size1: number,
  sha256: Sha256 = portable,
): Uint8Array[] {
  const ranges = consistencyRanges(size1, leafHashes.length);
  const hashOf = leafHasher(leafHashes, sha256);
  return ranges.map((range) => hashRange(range, hashOf, sha256));
}
