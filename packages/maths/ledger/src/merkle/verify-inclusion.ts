import { bytesEqual } from '../bytes-equal.ts';
import { sha256 as portable, type Sha256 } from '../sha256.ts';
import { type ProofCheck, proofFails } from './proof-check.ts';
import { type InclusionClaim, rootFromInclusion } from './root-from-inclusion.ts';

/**
 * Whether a leaf is at its place in the tree with this root.
 *
 * @param root a root one trusts, from a signed checkpoint of the same size; 32 bytes
 * @see RFC 6962 section 2.1.1, RFC 9162 section 2.1.3.2
 */
export function verifyInclusion(
  claim: InclusionClaim,
  root: Uint8Array,
  sha256: Sha256 = portable,
): ProofCheck {
  const reached = rootFromInclusion(claim, sha256);
  if (!reached.ok) return reached;
  return bytesEqual(reached.root, root) ? { ok: true } : proofFails('the proof leads to another root');
}
