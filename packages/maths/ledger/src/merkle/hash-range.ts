import type { Sha256 } from '../sha256.ts';
import { fullSubtrees } from './full-subtrees.ts';
import { nodeHash } from './node-hash.ts';
import type { TreeNode, TreeRange } from './tree-range.ts';

/**
 * The hash of a non-empty subtree from the hashes of the full subtrees in it.
 *
 * @param hashOf the hash of a full subtree, 32 bytes
 */
export function hashRange(
  range: TreeRange,
  hashOf: (node: TreeNode) => Uint8Array,
  sha256: Sha256,
): Uint8Array {
  const hashes = fullSubtrees(range).map(hashOf);
  return hashes.reduceRight((right, left) => nodeHash(left, right, sha256));
}
