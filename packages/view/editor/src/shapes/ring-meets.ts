import {
  type Bounds,
  boundsContainPoint,
  cornersOf,
  edgesOf,
  type Point,
  type Ring,
  ringContains,
  type Segment,
  segmentsMeet,
  stretchesOf,
} from '@assay/geometry';

/** Does a filled ring have a point in bounds? */
export function ringMeets(ring: Ring, bounds: Bounds): boolean {
  return segmentsMeetBounds(edgesOf(ring), ring, bounds) || ringContains(ring, cornersOf(bounds)[0]!);
}

/** Does an open way have a point in bounds? */
export function lineMeets(points: readonly Point[], bounds: Bounds): boolean {
  return segmentsMeetBounds(stretchesOf(points), points, bounds);
}

function segmentsMeetBounds(segments: readonly Segment[], points: readonly Point[], bounds: Bounds): boolean {
  if (points.some((point) => boundsContainPoint(bounds, point))) return true;
  const sides = edgesOf(cornersOf(bounds));
  return segments.some((segment) => sides.some((side) => segmentsMeet(segment, side)));
}
