import { requireSize, splitPoint, type TreeRange } from './tree-range.ts';

/**
 * The subtrees whose hashes are the consistency proof between two sizes of a tree, in the order of the proof.
 * Empty when the sizes are the same.
 *
 * @param size1 leaves in the earlier tree, at least 1: everything is consistent with an empty tree
 * @param size2 leaves in the later tree, at least size1
 * @throws RangeError for other sizes
 * @see RFC 6962 section 2.1.2 (PROOF and SUBPROOF)
 */
export function consistencyRanges(size1: number, size2: number): TreeRange[] {
  requireSize(size1, 1, 'The earlier size');
  requireSize(size2, size1, 'The later size');
  const ranges: TreeRange[] = [];
  let from = 0;
  let to = size2;
  while (to !== size1) {
    const middle = from + splitPoint(to - from);
    if (size1 <= middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  // The verifier knows the earlier root: the subtree that it is made of is left out when it is all of it.
  if (from > 0) ranges.push({ from, to });
  return ranges.reverse();
}
