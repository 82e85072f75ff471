import { bytesEqual } from '../bytes-equal.ts';
import { HASH_LENGTH } from '../hash-length.ts';
import { sha256 as portable, type Sha256 } from '../sha256.ts';
import { inclusionRanges } from './inclusion-ranges.ts';
import { nodeHash } from './node-hash.ts';
import type { ProofCheck } from './proof-check.ts';
import type { InclusionClaim } from './root-from-inclusion.ts';
import type { TreeRange } from './tree-range.ts';
import { verifyInclusion } from './verify-inclusion.ts';

/** A leaf's place in a tree whose size is known. */
export type PlacedClaim = Omit<InclusionClaim, 'size'>;

/** The way from the root down to a leaf. */
interface Way {
  readonly index: number;
  /** The subtree beside the way at each depth, from the root's children down, and the hash claimed for it. */
  readonly ranges: readonly TreeRange[];
  readonly beside: readonly Uint8Array[];
}

/** A way that was proven: `on[d]` is the hash of its node at depth d, the root's at 0, the leaf's last. */
interface ProvenWay extends Way {
  readonly on: readonly Uint8Array[];
}

/**
 * Verifies many inclusion proofs in one tree, as `verifyInclusion` does one. It remembers the hashes proven
 * with the last leaf (two for each level), so that a neighbour needs few hashes and otherwise comparisons.
 *
 * @param size leaves in the tree
 * @param root a root one trusts, 32 bytes
 * @see RFC 6962 section 2.1.1
 */
export function inclusionVerifier(
  size: number,
  root: Uint8Array,
  sha256: Sha256 = portable,
): (claim: PlacedClaim) => ProofCheck {
  let proven: ProvenWay | undefined;
  return (claim) => {
    const way = wayOf(claim, size);
    const next = way && proven && continueFrom(proven, way, claim.leafHash, sha256);
    if (next !== undefined) {
      proven = next;
      return { ok: true };
    }
    const checked = verifyInclusion({ ...claim, size }, root, sha256);
    if (checked.ok && way) proven = { ...way, on: climb(claim.leafHash, way, 0, sha256) };
    return checked;
  };
}

function wayOf({ index, leafHash, proof }: PlacedClaim, size: number): Way | undefined {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return undefined;
  const ranges = inclusionRanges(index, size).reverse();
  const fits = ranges.length === proof.length && leafHash.length === HASH_LENGTH;
  if (!fits || proof.some((hash) => hash.length !== HASH_LENGTH)) return undefined;
  return { index, ranges, beside: proof.toReversed() };
}

/** The hashes on a way from its leaf up to depth `top`, each at its depth. */
function climb(
  leafHash: Uint8Array,
  { index, ranges, beside }: Way,
  top: number,
  sha256: Sha256,
): Uint8Array[] {
  const on: Uint8Array[] = [];
  let hash = leafHash;
  on[ranges.length] = hash;
  for (let depth = ranges.length; depth > top; depth -= 1) {
    const other = beside[depth - 1] ?? hash;
    const isLeft = (ranges[depth - 1]?.from ?? 0) < index;
    hash = isLeft ? nodeHash(other, hash, sha256) : nodeHash(hash, other, sha256);
    on[depth - 1] = hash;
  }
  return on;
}

/** The way proven anew where it leaves the proven one; undefined when it does not fit what is proven. */
function continueFrom(
  proven: ProvenWay,
  way: Way,
  leafHash: Uint8Array,
  sha256: Sha256,
): ProvenWay | undefined {
  let shared = 0;
  while (shared < way.ranges.length && way.ranges[shared]?.from === proven.ranges[shared]?.from) {
    if (way.ranges[shared]?.to !== proven.ranges[shared]?.to) break;
    if (!same(way.beside[shared], proven.beside[shared])) return undefined;
    shared += 1;
  }
  const isSameLeaf = shared === way.ranges.length;
  // Where two ways part, each goes down to what lies beside the other.
  const top = isSameLeaf ? shared : shared + 1;
  const known = isSameLeaf ? proven.on[top] : proven.beside[shared];
  if (!isSameLeaf && !same(way.beside[shared], proven.on[top])) return undefined;
  const on = climb(leafHash, way, top, sha256);
  if (!same(on[top], known)) return undefined;
  return { ...way, on: [...proven.on.slice(0, top), ...on.slice(top)] };
}

const same = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a !== undefined && b !== undefined && bytesEqual(a, b);
