import { sha256 as portable, type Sha256 } from '../sha256.ts';
import { hashRange } from './hash-range.ts';
import { inclusionRanges } from './inclusion-ranges.ts';
import { leafHasher } from './leaf-hasher.ts';

/**
 * The proof that a leaf is in a tree: the hashes beside its way to the root, from the leaf up.
 *
 * @param leafHashes all leaf hashes of the tree, 32 bytes each, in index order
 * @param index the leaf's place, from 0
 * @returns hashes of 32 bytes; none for a tree of one leaf
 * @throws RangeError when there is no such leaf or a hash is not 32 bytes
 * @see RFC 6962 section 2.1.1
 */
export function inclusionProof(
  leafHashes: readonly Uint8Array[],
  index: number,
  sha256: Sha256 = portable,
): Uint8Array[] {
  const ranges = inclusionRanges(index, leafHashes.length);
  const hashOf = leafHasher(leafHashes, sha256);
  return ranges.map((range) => hashRange(range, hashOf, sha256));
}
