/** The leaves from `from` (included) to `to` (excluded): one subtree of RFC 6962's tree. */
export interface TreeRange {
  readonly from: number;
  readonly to: number;
}

/** A full subtree: `2 ** level` leaves from leaf `index * 2 ** level`. Level 0 is the leaf hashes. */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
}

/** Largest power of two below `n`, for n of at least 2: where RFC 6962 splits a tree of n leaves. */
export function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** @throws RangeError unless `size` is a whole number from `least` to 2^53 - 1. */
export function requireSize(size: number, least: number, what: string): void {
  if (!Number.isSafeInteger(size) || size < least) {
    throw new RangeError(`${what} must be a whole number of at least ${least}, not ${size}.`);
  }
}
