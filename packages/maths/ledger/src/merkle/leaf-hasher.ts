import { concatBytes } from '../concat-bytes.ts';
import { HASH_LENGTH } from '../hash-length.ts';
import type { Sha256 } from '../sha256.ts';
import { foldFullSubtree } from './fold-full-subtree.ts';
import type { TreeNode } from './tree-range.ts';

/**
 * A function that computes the hash of any full subtree over leaf hashes held in memory.
 *
 * @throws RangeError when a leaf hash is not 32 bytes
 */
export function leafHasher(
  leafHashes: readonly Uint8Array[],
  sha256: Sha256,
): (node: TreeNode) => Uint8Array {
  if (leafHashes.some((hash) => hash.length !== HASH_LENGTH)) {
    throw new RangeError('A leaf hash has 32 bytes.');
  }
  const all = concatBytes(leafHashes);
  return ({ level, index }) => foldFullSubtree(all, index * 2 ** level, level, sha256);
}
