import type { TreeNode, TreeRange } from './tree-range.ts';

/**
 * The full subtrees that make up one of RFC 6962's subtrees, from left to right and from tall to low. Its
 * hash is theirs, folded from the right.
 *
 * @param range a subtree as RFC 6962 splits them: `from` is a multiple of every power of two that fits in it
 */
export function fullSubtrees(range: TreeRange): TreeNode[] {
  const nodes: TreeNode[] = [];
  let from = range.from;
  while (from < range.to) {
    let level = 0;
    let width = 1;
    while (width * 2 <= range.to - from) {
      width *= 2;
      level += 1;
    }
    nodes.push({ level, index: from / width });
    from += width;
  }
  return nodes;
}
