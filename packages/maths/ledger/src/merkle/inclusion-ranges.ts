import { requireSize, splitPoint, type TreeRange } from './tree-range.ts';

/**
 * The subtrees whose hashes are the inclusion proof of a leaf, in the order of the proof (from the leaf up).
 *
 * @param index the leaf's place, from 0 to size - 1
 * @param size leaves in the tree
 * @throws RangeError when there is no such leaf
 * @see RFC 6962 section 2.1.1 (PATH)
 */
export function inclusionRanges(index: number, size: number): TreeRange[] {
  requireSize(size, 1, 'The size of the tree');
  requireSize(index, 0, 'The index');
  if (index >= size) throw new RangeError(`Index ${index} is not in a tree of ${size} leaves.`);
  const ranges: TreeRange[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitPoint(to - from);
    if (index < middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  return ranges.reverse();
}
