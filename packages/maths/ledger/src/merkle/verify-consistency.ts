import { bytesEqual } from '../bytes-equal.ts';
import { HASH_LENGTH } from '../hash-length.ts';
import { sha256 as portable, type Sha256 } from '../sha256.ts';
import { nodeHash } from './node-hash.ts';
import { type ProofCheck, proofFails } from './proof-check.ts';

/** What a consistency proof states: the later tree begins with the earlier one. */
export interface ConsistencyClaim {
  /** Leaves and root (32 bytes) of the earlier tree. */
  readonly size1: number;
  readonly root1: Uint8Array;
  /** Leaves and root (32 bytes) of the later tree. */
  readonly size2: number;
  readonly root2: Uint8Array;
  /** Hashes of 32 bytes; none when the sizes are the same. */
  readonly proof: readonly Uint8Array[];
}

/**
 * Whether the later tree is the earlier one with leaves added at its end. An earlier size of 0 is refused:
 * such a proof says nothing about `root1`, so that accepting it would let any root pass.
 *
 * @see RFC 6962 section 2.1.2, RFC 9162 section 2.1.4.2
 */
export function verifyConsistency(claim: ConsistencyClaim, sha256: Sha256 = portable): ProofCheck {
  const { size1, size2, root1, root2, proof } = claim;
  if (!Number.isSafeInteger(size1) || size1 < 1) return proofFails('the earlier tree is empty');
  if (!Number.isSafeInteger(size2) || size2 < size1) return proofFails('the later tree is smaller');
  if ([root1, root2, ...proof].some((hash) => hash.length !== HASH_LENGTH)) {
    return proofFails('a hash is not 32 bytes long');
  }
  if (size1 === size2) {
    if (proof.length > 0) return proofFails('the proof has too many hashes');
    return bytesEqual(root1, root2) ? { ok: true } : proofFails('two roots for the same size');
  }
  let node = size1 - 1;
  let last = size2 - 1;
  while (node % 2 === 1) {
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  // A full earlier tree is itself the first hash, which the proof leaves out.
  const path = node === 0 ? [root1, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined) return proofFails('the proof has too few hashes');
  let earlier = first;
  let later = first;
  for (const hash of rest) {
    if (last === 0) return proofFails('the proof has too many hashes');
    if (node % 2 === 1 || node === last) {
      earlier = nodeHash(hash, earlier, sha256);
      later = nodeHash(hash, later, sha256);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      later = nodeHash(later, hash, sha256);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  if (last !== 0) return proofFails('the proof has too few hashes');
  if (!bytesEqual(earlier, root1)) return proofFails('the proof leads to another earlier root');
  return bytesEqual(later, root2) ? { ok: true } : proofFails('the proof leads to another later root');
}
