import type { RegionValue } from '@assay/contracts';
import { matchRegions } from '@assay/domain';
import { areaOfGeometry, distanceToGeometry } from '@assay/editor';

/** What was drawn on a picture, by a person or by whatever proposed it. */
export type Drawn = {
  id: string;
  /** How it is called in the address: a letter of a person, or a word. */
  key: string;
  name: string;
  regions: readonly RegionValue[];
  /** What was proposed, rejected and flagged: it is shown by its flag alone. */
  rejected: readonly RegionValue[];
};

/** Lines are told apart without their colours, which are those of labels. */
const DASHES = ['', '6 4', '2 3', '10 3 2 3'] as const;

/** The line with which something is drawn. */
export const dashOf = (all: readonly Drawn[], one: Drawn): string =>
  DASHES[all.indexOf(one) % DASHES.length] ?? '';

/** Ids of regions that somebody else of these did not draw, or called otherwise. */
export function differences(all: readonly Drawn[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(all.map((each) => [each.id, differing(each, all)]));
}

function differing(mine: Drawn, all: readonly Drawn[]): Set<string> {
  const odd = new Set<string>();
  for (const other of all) {
    if (other.id === mine.id) continue;
    const { pairs, onlyLeft } = matchRegions(mine.regions, other.regions);
    for (const at of onlyLeft) odd.add(mine.regions[at]?.id ?? '');
    for (const { left, right } of pairs) {
      const [one, two] = [mine.regions[left], other.regions[right]];
      if (one?.label?.labelId !== two?.label?.labelId) odd.add(one?.id ?? '');
    }
  }
  return odd;
}

/** The smallest region at a place of the picture, or so near to it as a finger. */
export function regionAt(
  who: readonly Drawn[],
  point: { x: number; y: number },
  near: number,
): RegionValue | undefined {
  const there = who
    .flatMap(({ regions }) => regions)
    .filter(({ geometry }) => distanceToGeometry(geometry, point) <= near);
  return there.sort((a, b) => areaOfGeometry(a.geometry) - areaOfGeometry(b.geometry))[0];
}
