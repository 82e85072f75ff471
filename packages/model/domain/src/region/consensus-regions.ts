import type { ChosenLabel, RegionValue } from '@assay/contracts';
import { matchRegions } from './match-regions.ts';
import { regionSimilarity } from './region-similarity.ts';

/** The regions of several people that are one thing: at most one of each. */
export type RegionCluster = { by: number; region: RegionValue }[];

/**
 * Which regions of several people are the same things. The people are taken in turn; the regions of each are matched
 * with the things found so far by the first region of each, and what has no counterpart is a new thing.
 */
export function clusterRegions(lists: readonly (readonly RegionValue[])[]): RegionCluster[] {
  const clusters: RegionCluster[] = [];
  for (const [by, list] of lists.entries()) {
    const heads = clusters.flatMap(([first]) => (first === undefined ? [] : [first.region]));
    const { pairs, onlyRight } = matchRegions(heads, list);
    for (const { left, right } of pairs) {
      const region = list[right];
      if (region !== undefined) clusters[left]?.push({ by, region });
    }
    for (const at of onlyRight) {
      const region = list[at];
      if (region !== undefined) clusters.push([{ by, region }]);
    }
  }
  return clusters;
}

/** The member of a cluster that is most like all others of it: the first of equals. */
function medoid(cluster: RegionCluster): RegionValue | undefined {
  let best: { region: RegionValue; sum: number } | undefined;
  for (const { region } of cluster) {
    const sum = cluster.reduce(
      (total, other) => total + (regionSimilarity(region.geometry, other.region.geometry) ?? 0),
      0,
    );
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
    const region = medoid(cluster);
    const label = labelOf(cluster.flatMap((each) => (each.region.label === null ? [] : [each.region.label])));
    if (region === undefined || label === null) return { ok: false };
    regions.push({ ...region, label, groupId: null, order: regions.length });
  }
  return { ok: true, regions, share };
}
