import type { BoxGeometry, Geometry, MaskGeometry } from '@assay/contracts';
import {
  type Bounds,
  boundsIou,
  boundsOfPoints,
  cornersOf,
  padBounds,
  type Ring,
  type Rle,
  ringOfEllipse,
  ringsIou,
  rleBounds,
  rleIou,
  rleOfRings,
  rleOfString,
  rotatedCorners,
} from '@assay/geometry';

const boundsOf = ({ x, y, width, height }: BoxGeometry): Bounds => ({
  minX: x,
  minY: y,
  maxX: x + width,
  maxY: y + height,
});

const decoded = new WeakMap<MaskGeometry, Rle>();

/** The run lengths of a mask, decoded once for each. */
export function rleOfMask(mask: MaskGeometry): Rle {
  const known = decoded.get(mask);
  if (known !== undefined) return known;
  const rle = rleOfString(mask.width, mask.height, mask.counts);
  if (!rle.ok) throw new Error(`A mask that was not checked came in: ${rle.reason}.`);
  decoded.set(mask, rle.value);
  return rle.value;
}

/**
 * Intersection over union of two geometries that have an area, 0 to 1: of boxes exactly, of what has straight borders
 * by its borders (an ellipse as the polygon of 64 corners in it), and where one is a mask, pixel by pixel in the size
 * of that mask. Undefined where one has no inside (points, lines, skeletons, image classes), where neither has an area,
 * or for masks of different sizes.
 */
export function geometryIou(a: Geometry, b: Geometry): number | undefined {
  if (a.kind === 'box' && b.kind === 'box') return boundsIou(boundsOf(a), boundsOf(b));
  const size = a.kind === 'mask' ? a : b.kind === 'mask' ? b : undefined;
  if (size === undefined) {
    const [first, second] = [ringsOf(a), ringsOf(b)];
    return first === undefined || second === undefined ? undefined : ringsIou(first, second);
  }
  const [first, second] = [rleOf(a, size), rleOf(b, size)];
  return first === undefined || second === undefined ? undefined : rleIou(first, second);
}

/**
 * Bounds outside of which nothing has anything in common with a geometry that has an inside; undefined for what has none.
 * Compared with a mask, all are pixels: the bounds are wide enough for those that a border only touches.
 */
export function extentOf(geometry: Geometry): Bounds | undefined {
  const bounds =
    geometry.kind === 'mask'
      ? rleBounds(rleOfMask(geometry))
      : boundsOfPoints((ringsOf(geometry) ?? []).flat());
  return bounds === undefined ? undefined : padBounds(bounds, 1);
}

/** The borders of what has an inside; undefined for masks, and for what has none. */
export function ringsOf(geometry: Geometry): Ring[] | undefined {
  switch (geometry.kind) {
    case 'box':
      return [cornersOf(boundsOf(geometry))];
    case 'rotated-box':
      return [rotatedCorners(geometry)];
    case 'polygon':
      return [geometry.points];
    case 'ellipse':
      return [ringOfEllipse(geometry)];
    default:
      return undefined;
  }
}

/**
 * The pixels of a geometry in an image of a size; undefined for what has no inside, and for a mask of another size.
 */
export function rleOf(
  geometry: Geometry,
  { width, height }: { width: number; height: number },
): Rle | undefined {
  if (geometry.kind === 'mask') {
    return geometry.width === width && geometry.height === height ? rleOfMask(geometry) : undefined;
  }
  const rings = ringsOf(geometry);
  return rings === undefined ? undefined : rleOfRings(rings, width, height);
}
