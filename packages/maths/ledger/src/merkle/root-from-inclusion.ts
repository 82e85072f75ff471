import { HASH_LENGTH } from '../hash-length.ts';
import { sha256 as portable, type Sha256 } from '../sha256.ts';
import { nodeHash } from './node-hash.ts';
import { proofFails } from './proof-check.ts';

/** What an inclusion proof states: this leaf is at this place of a tree of this size. */
export interface InclusionClaim {
  /** Leaf hash (see `leafHash`), 32 bytes. */
  readonly leafHash: Uint8Array;
  /** From 0 to size - 1. */
  readonly index: number;
  /** Leaves in the tree. */
  readonly size: number;
  /** Hashes of 32 bytes, from the leaf up. */
  readonly proof: readonly Uint8Array[];
}

/**
 * The root to which an inclusion proof leads. Sound only when it is then compared with a root one trusts.
 *
 * @returns the root, or the reason why the proof cannot belong to this place: index not below size, a hash
 * that is not 32 bytes, too few or too many hashes
 * @see RFC 9162 section 2.1.3.2 (the same tree as RFC 6962)
 */
export function rootFromInclusion(
  claim: InclusionClaim,
  sha256: Sha256 = portable,
): { readonly ok: true; readonly root: Uint8Array } | { readonly ok: false; readonly reason: string } {
  const { index, size, proof } = claim;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) {
    return proofFails(`there is no index ${index} in a tree of ${size}`);
  }
  if (claim.leafHash.length !== HASH_LENGTH || proof.some((hash) => hash.length !== HASH_LENGTH)) {
    return proofFails('a hash is not 32 bytes long');
  }
  let node = index;
  let last = size - 1;
  let root = claim.leafHash;
  for (const hash of proof) {
    if (last === 0) return proofFails('the proof has too many hashes');
    if (node % 2 === 1 || node === last) {
      root = nodeHash(hash, root, sha256);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      root = nodeHash(root, hash, sha256);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? { ok: true, root } : proofFails('the proof has too few hashes');
}
