import { areaOfBounds, type Bounds, intersectBounds } from './bounds.ts';
import { ringsIou } from './overlap.ts';
import { type RotatedBox, rotatedCorners } from './rotated-box.ts';

/** Intersection over union of boxes along the axes, 0 to 1; undefined where neither has an area. */
export function boundsIou(a: Bounds, b: Bounds): number | undefined {
  const common = intersectBounds(a, b);
  const both = common === undefined ? 0 : areaOfBounds(common);
  const union = areaOfBounds(a) + areaOfBounds(b) - both;
  return union > 0 ? both / union : undefined;
}

/** Intersection over union of rotated boxes, 0 to 1; undefined where neither has an area. */
export function rotatedBoxIou(a: RotatedBox, b: RotatedBox): number | undefined {
  return ringsIou([rotatedCorners(a)], [rotatedCorners(b)]);
}
