import type { Geometry, RegionAgreement, RegionValue } from '@assay/contracts';
import { ringArea, rleArea } from '@assay/geometry';
import { ringsOf, rleOfMask } from './geometry-iou.ts';
import { type MatchedRegions, matchRegions } from './match-regions.ts';

/** What each of several people drew on one image. */
export type DrawnSample = readonly { person: string; regions: readonly RegionValue[] }[];

type SizeBand = RegionAgreement['sizes'][number]['size'];
const BANDS: readonly SizeBand[] = ['small', 'medium', 'large', 'none'];

/** The bands of COCO: areas below 32 x 32 and 96 x 96 pixels, and beyond; none of what has no inside. */
export function sizeBandOf(geometry: Geometry): SizeBand {
  const rings = ringsOf(geometry);
  const area =
    geometry.kind === 'mask'
      ? rleArea(rleOfMask(geometry))
      : rings === undefined
        ? null
        : rings.reduce((sum, ring) => sum + Math.abs(ringArea(ring)), 0);
  if (area === null) return 'none';
  if (area < 32 ** 2) return 'small';
  return area < 96 ** 2 ? 'medium' : 'large';
}

type Tally = { regions: number; found: number; pairs: number; named: number; placed: number };
const startTally = (): Tally => ({ regions: 0, found: 0, pairs: 0, named: 0, placed: 0 });
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const figuresOf = ({ regions, found, pairs, named, placed }: Tally) => ({
  regions,
  detection: share(found, regions),
  naming: share(named, pairs),
  placing: share(placed, pairs),
});

/**
 * How far people agree in what they draw, every two people on every image that both answered, all counts added up:
 *
 * - detection: of all regions of both, the share that the other one drew too, whatever it was called. It is the F1 score
 *   (Dice) of either against the other: 2 m / (a + b) with m pairs of a and b regions. Two people who both drew nothing
 *   on an image add nothing.
 * - naming: of the pairs, the share with one label;
 * - placing: the mean similarity of the pairs (`regionSimilarity`), which is at least the threshold of matching.
 *
 * By label and by size a region counts as found when its counterpart has its label; the label and size are its own.
 */
export function regionAgreement(samples: readonly DrawnSample[]): RegionAgreement {
  const all = startTally();
  const labels = new Map<string, Tally>();
  const sizes = new Map<SizeBand, Tally>();
  const pairs = new Map<string, Tally & { first: string; second: string; samples: number }>();
  let comparisons = 0;
  for (const sample of samples) {
    const people = [...sample].sort((a, b) => (a.person < b.person ? -1 : 1));
    for (const [at, left] of people.entries()) {
      for (const right of people.slice(at + 1)) {
        comparisons += 1;
        const matched = matchRegions(left.regions, right.regions);
        const key = `${left.person} ${right.person}`;
        const pair = pairs.get(key) ?? {
          ...startTally(),
          first: left.person,
          second: right.person,
          samples: 0,
        };
        pair.samples += 1;
        pairs.set(key, pair);
        for (const tally of [all, pair]) count(tally, left.regions, right.regions, matched);
        countEach(left.regions, right.regions, matched, { labels, sizes });
      }
    }
  }
  return {
    comparisons,
    ...figuresOf(all),
    labels: [...labels]
      .map(([labelId, { regions, found }]) => ({ labelId, regions, detection: share(found, regions) }))
      .sort((a, b) => b.regions - a.regions || (a.labelId < b.labelId ? -1 : 1)),
    sizes: BANDS.flatMap((size) => {
      const tally = sizes.get(size);
      return tally === undefined
        ? []
        : [{ size, regions: tally.regions, detection: share(tally.found, tally.regions) }];
    }),
    pairs: [...pairs.values()]
      .map((pair) => ({
        first: pair.first,
        second: pair.second,
        samples: pair.samples,
        ...figuresOf(pair),
      }))
      .sort((a, b) => b.samples - a.samples || (a.first + a.second < b.first + b.second ? -1 : 1)),
  };
}

function count(
  tally: Tally,
  left: readonly RegionValue[],
  right: readonly RegionValue[],
  { pairs }: MatchedRegions,
): void {
  tally.regions += left.length + right.length;
  tally.found += 2 * pairs.length;
  tally.pairs += pairs.length;
  for (const pair of pairs) {
    tally.placed += pair.similarity;
    if (left[pair.left]?.label?.labelId === right[pair.right]?.label?.labelId) tally.named += 1;
  }
}

function countEach(
  left: readonly RegionValue[],
  right: readonly RegionValue[],
  { pairs }: MatchedRegions,
  { labels, sizes }: { labels: Map<string, Tally>; sizes: Map<SizeBand, Tally> },
): void {
  const agreed = new Set<RegionValue>();
  for (const pair of pairs) {
    const [one, other] = [left[pair.left], right[pair.right]];
    if (one === undefined || other === undefined || one.label?.labelId !== other.label?.labelId) continue;
    agreed.add(one);
    agreed.add(other);
  }
  const add = <K>(map: Map<K, Tally>, key: K, isFound: boolean) => {
    const tally = map.get(key) ?? startTally();
    tally.regions += 1;
    tally.found += isFound ? 1 : 0;
    map.set(key, tally);
  };
  for (const region of [...left, ...right]) {
    const isFound = agreed.has(region);
    if (region.label !== null) add(labels, region.label.labelId, isFound);
    add(sizes, sizeBandOf(region.geometry), isFound);
  }
}
