import type { Geometry, RegionValue, Track } from '@assay/contracts';
import {
  type Bounds,
  boundsMeet,
  boundsOfPoints,
  centreOf,
  heightOf,
  padBounds,
  uniteBounds,
  widthOf,
} from '@assay/geometry';
import { similarityOf } from '../track/track-similarity.ts';
import { extentOf } from './geometry-iou.ts';
import { POINT_SIGMA } from './region-similarity.ts';

/** Two regions are taken for one thing from this similarity on: the threshold of Pascal VOC. */
export const SAME_REGION = 0.5;

export type RegionPair = { left: number; right: number; similarity: number };

export type MatchedRegions = {
  /** The most alike first; each region is in one pair at most. */
  pairs: RegionPair[];
  /** Places of regions that have no counterpart. */
  onlyLeft: number[];
  onlyRight: number[];
};

/**
 * Bounds that meet wherever two regions may be so alike. Points and lines that are further apart than the distance of that
 * similarity are not (see `regionSimilarity`).
 */
function reachOf(geometry: Geometry, threshold: number): Bounds | undefined {
  if (geometry.kind !== 'point' && geometry.kind !== 'polyline') return extentOf(geometry);
  const bounds = boundsOfPoints(geometry.kind === 'point' ? [geometry] : geometry.points);
  const furthest = POINT_SIGMA * Math.sqrt(-2 * Math.log(Math.min(1, threshold)));
  return bounds === undefined ? undefined : padBounds(bounds, furthest / 2 + 1e-6);
}

/** Bounds of all places of something that moves: between two key frames it is nowhere that these do not hold. */
function wayOf({ keyFrames }: Track, threshold: number): Bounds | undefined {
  const places: Bounds[] = [];
  for (const { geometry } of keyFrames) {
    if (geometry === null) continue;
    const reach = reachOf(geometry, threshold);
    if (reach === undefined) return undefined;
    // Turning, it needs more room than at either end.
    const isTurning = geometry.kind === 'rotated-box' || geometry.kind === 'ellipse';
    places.push(isTurning ? boundsAround(reach) : reach);
  }
  return uniteBounds(places);
}

/** The bounds of the circle around bounds. */
function boundsAround(bounds: Bounds): Bounds {
  const { x, y } = centreOf(bounds);
  const radius = Math.hypot(widthOf(bounds), heightOf(bounds)) / 2;
  return { minX: x - radius, minY: y - radius, maxX: x + radius, maxY: y + radius };
}

/** All pairs of regions of two people that are at least `threshold` alike, in no promised order. */
export function likePairs(
  left: readonly RegionValue[],
  right: readonly RegionValue[],
  threshold = SAME_REGION,
): RegionPair[] {
  const candidates: RegionPair[] = [];
  const [extentsLeft, extentsRight] = [left, right].map((list) =>
    list.map((each) =>
      each.track === undefined ? reachOf(each.geometry, threshold) : wayOf(each.track, threshold),
    ),
  );
  for (const [l, one] of left.entries()) {
    for (const [r, other] of right.entries()) {
      // Most of a picture's regions lie apart, and comparing borders is slow.
      const [here, there] = [extentsLeft?.[l], extentsRight?.[r]];
      if (threshold > 0 && here !== undefined && there !== undefined && !boundsMeet(here, there)) continue;
      const similarity = similarityOf(one, other, threshold);
      if (similarity === undefined || similarity < threshold) continue;
      // Of classes of the whole image any two are alike: which it is tells them apart.
      if (one.geometry.kind === 'image-class' && one.label?.labelId !== other.label?.labelId) continue;
      candidates.push({ left: l, right: r, similarity });
    }
  }
  return candidates;
}

/**
 * Which regions of two people are the same thing: pairs at least `threshold` alike, the most alike first, each region
 * once (greedy, as COCO matches detections). Labels do not matter here, so that finding, naming and placing can be
 * judged apart.
 */
export function matchRegions(
  left: readonly RegionValue[],
  right: readonly RegionValue[],
  threshold = SAME_REGION,
): MatchedRegions {
  const candidates = likePairs(left, right, threshold);
  // Between equals the ones with the same label, then the earlier ones: the result does not hang on anything else.
  const agrees = ({ left: l, right: r }: RegionPair) =>
    left[l]?.label?.labelId === right[r]?.label?.labelId ? 0 : 1;
  candidates.sort(
    (a, b) => b.similarity - a.similarity || agrees(a) - agrees(b) || a.left - b.left || a.right - b.right,
  );
  const [takenLeft, takenRight] = [new Set<number>(), new Set<number>()];
  const pairs = candidates.filter((pair) => {
    if (takenLeft.has(pair.left) || takenRight.has(pair.right)) return false;
    takenLeft.add(pair.left);
    takenRight.add(pair.right);
    return true;
  });
  const without = (count: number, taken: ReadonlySet<number>) =>
    Array.from({ length: count }, (_, at) => at).filter((at) => !taken.has(at));
  return {
    pairs,
    onlyLeft: without(left.length, takenLeft),
    onlyRight: without(right.length, takenRight),
  };
}

/** Do two people say the same of an image: the same things with the same labels, and nothing beside them? */
export function saySameRegions(left: readonly RegionValue[], right: readonly RegionValue[]): boolean {
  const { pairs, onlyLeft, onlyRight } = matchRegions(left, right);
  if (onlyLeft.length + onlyRight.length > 0) return false;
  return pairs.every(({ left: l, right: r }) => left[l]?.label?.labelId === right[r]?.label?.labelId);
}
