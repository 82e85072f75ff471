import { hashWords } from './hamming-distance.ts';
import { nearPairs } from './near-pairs.ts';

/**
 * Groups of pictures whose hashes are connected by steps of at most `distance` bits (single linkage), each of at least
 * two, as positions in `hashes`: ascending in a group, groups by their first. Two of one group may differ in more bits
 * where others lie between them. With 64 bits two unrelated pictures differ in 32 on average; up to 4 are nearly always
 * the same picture, up to 8 often one.
 *
 * @param hashes 16 hexadecimal digits each
 */
export function nearDuplicates(hashes: readonly string[], distance: number): number[][] {
  const positions = new Map<string, number[]>();
  for (const [position, hash] of hashes.entries()) {
    const known = positions.get(hash);
    if (known === undefined) positions.set(hash, [position]);
    else known.push(position);
  }
  const distinct = [...positions.keys()];
  const parents = Int32Array.from(distinct, (_, index) => index);
  nearPairs(hashWords(distinct), distance, (later, earlier) => {
    // the earlier one is the root, whichever way the pairs come
    const [one, other] = [rootOf(parents, later), rootOf(parents, earlier)];
    parents[Math.max(one, other)] = Math.min(one, other);
  });
  const groups = new Map<number, number[]>();
  for (const [index, hash] of distinct.entries()) {
    const root = rootOf(parents, index);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, positions.get(hash)!);
    else for (const position of positions.get(hash)!) group.push(position);
  }
  return [...groups.values()].filter(({ length }) => length > 1).map((group) => group.sort((a, b) => a - b));
}

/** The root, with the way to it halved. */
function rootOf(parents: Int32Array, index: number): number {
  let at = index;
  while (parents[at] !== at) {
    parents[at] = parents[parents[at]!]!;
    at = parents[at]!;
  }
  return at;
}
