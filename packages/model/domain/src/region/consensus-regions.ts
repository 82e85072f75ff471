import type { ChosenLabel, RegionValue } from '@assay/contracts';
import { similarityOf } from '../track/track-similarity.ts';
import { likePairs, SAME_REGION } from './match-regions.ts';

/** The regions of several people that are one thing: at most one of each. */
export type RegionCluster = { by: number; region: RegionValue }[];

/** A region among those of all people. */
type Node = { by: number; region: RegionValue; cluster: number };

/**
 * Which regions of several people are the same things: the most alike are put together first, and two groups become one
 * as long as no person is in both and their regions are on average as alike as two of one thing are (agglomerative,
 * average link). In which order people come does not matter, but for the order of what comes out.
 */
export function clusterRegions(lists: readonly (readonly RegionValue[])[]): RegionCluster[] {
  const nodes: Node[] = [];
  const starts: number[] = [];
  for (const [by, list] of lists.entries()) {
    starts.push(nodes.length);
    for (const region of list) nodes.push({ by, region, cluster: nodes.length });
  }
  const links: { a: number; b: number; similarity: number }[] = [];
  const similarities = new Map<string, number>();
  for (const [l, left] of lists.entries()) {
    for (const [n, right] of lists.slice(l + 1).entries()) {
      const from = starts[l + 1 + n] ?? 0;
      for (const pair of likePairs(left, right)) {
        const [a, b] = [(starts[l] ?? 0) + pair.left, from + pair.right];
        links.push({ a, b, similarity: pair.similarity });
        similarities.set(`${a} ${b}`, pair.similarity);
      }
    }
  }
  const idOf = (at: number): string => nodes[at]?.region.id ?? '';
  const namesOf = ({ a, b }: { a: number; b: number }): string => [idOf(a), idOf(b)].sort().join(' ');
  links.sort((x, y) => y.similarity - x.similarity || (namesOf(x) < namesOf(y) ? -1 : 1));
  const clusters = new Map(nodes.map((_, at) => [at, [at]]));
  for (const { a, b } of links) {
    const [one, other] = [nodes[a]?.cluster ?? a, nodes[b]?.cluster ?? b];
    const [mine, theirs] = [clusters.get(one) ?? [], clusters.get(other) ?? []];
    if (one === other || !isOneThing(nodes, similarities, mine, theirs)) continue;
    clusters.set(one, [...mine, ...theirs]);
    clusters.delete(other);
    for (const at of theirs) {
      const node = nodes[at];
      if (node !== undefined) node.cluster = one;
    }
  }
  return [...clusters.values()]
    .map((cluster) => cluster.sort((x, y) => x - y))
    .sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0))
    .map((cluster) =>
      cluster.flatMap((at) => {
        const node = nodes[at];
        return node === undefined ? [] : [{ by: node.by, region: node.region }];
      }),
    );
}

/** May two groups become one? Regions that are not alike enough to be linked count as not alike at all. */
function isOneThing(
  nodes: readonly Node[],
  similarities: ReadonlyMap<string, number>,
  mine: readonly number[],
  theirs: readonly number[],
): boolean {
  const people = new Set(mine.map((at) => nodes[at]?.by));
  if (theirs.some((at) => people.has(nodes[at]?.by))) return false;
  let sum = 0;
  for (const a of mine) {
    for (const b of theirs) sum += similarities.get(`${Math.min(a, b)} ${Math.max(a, b)}`) ?? 0;
  }
  return sum / (mine.length * theirs.length) >= SAME_REGION;
}

/** The member of a cluster that is most like all others of it: the first of equals. */
function medoid(cluster: RegionCluster): RegionValue | undefined {
  let best: { region: RegionValue; sum: number } | undefined;
  for (const { region } of cluster) {
    const sum = cluster.reduce((total, other) => total + (similarityOf(region, other.region) ?? 0), 0);
    if (best === undefined || sum > best.sum) best = { region, sum };
  }
  return best?.region;
}

export type RegionConsensus =
  | { ok: true; regions: RegionValue[]; share: number }
  /** Half see a thing and half do not, or two labels are given equally often. */
  | { ok: false };

/**
 * What more than half of several people see, with the label that most of those give and the border of the one who is
 * most like the others (the medoid: a border that somebody drew, never an average that nobody did).
 *
 * @param labelOf the label that most give of those that were given, or null where two are given equally often
 */
export function consensusRegions(
  lists: readonly (readonly RegionValue[])[],
  labelOf: (given: readonly ChosenLabel[]) => ChosenLabel | null,
): RegionConsensus {
  const people = lists.length;
  const regions: RegionValue[] = [];
  let share = 1;
  for (const cluster of clusterRegions(lists)) {
    const seen = cluster.length;
    if (seen * 2 === people) return { ok: false };
    share = Math.min(share, Math.max(seen, people - seen) / people);
    if (seen * 2 < people) continue;
    const label = labelOf(cluster.flatMap((each) => (each.region.label === null ? [] : [each.region.label])));
    // The border is of one who calls it so: another label may be drawn as other shapes.
    const named = cluster.filter(({ region }) => region.label?.labelId === label?.labelId);
    const found = medoid(named.length === 0 ? cluster : named);
    if (found === undefined || label === null) return { ok: false };
    // What one of them said of a proposal, or remarked, is no part of what all say.
    const { proposal: _, remark: __, ...region } = found;
    regions.push({ ...region, label, groupId: null, order: regions.length });
  }
  return { ok: true, regions, share };
}
