import type { Geometry } from '@assay/contracts';
import { boundsIou, type Ring, type Rle, ringsIou, rleIou, rleOfRings } from '@assay/geometry';
import { rleOfMask } from './mask.ts';
import { bordersOfGeometry, boundsOfGeometry } from './shapes.ts';

/**
 * Intersection over union of two geometries that have an area, 0 to 1: of boxes exactly, of what has straight borders
 * by its borders (an ellipse as the polygon of 64 corners in it), and where one is a mask, pixel by pixel in the size
 * of that mask. Undefined where one has no inside (points, lines, skeletons, image classes), where neither has an area,
 * or for masks of different sizes.
 */
export function geometryIou(a: Geometry, b: Geometry): number | undefined {
  if (a.kind === 'box' && b.kind === 'box') return boundsIou(boundsOfGeometry(a)!, boundsOfGeometry(b)!);
  const size = a.kind === 'mask' ? a : b.kind === 'mask' ? b : undefined;
  if (size === undefined) {
    const [first, second] = [ringsOf(a), ringsOf(b)];
    return first === undefined || second === undefined ? undefined : ringsIou(first, second);
  }
  const [first, second] = [rleOf(a, size), rleOf(b, size)];
  return first === undefined || second === undefined ? undefined : rleIou(first, second);
}

/** The borders of what has an inside; undefined for masks, and for what has none. */
export function ringsOf(geometry: Geometry): Ring[] | undefined {
  const rings = bordersOfGeometry(geometry).flatMap(({ points, isClosed }) => (isClosed ? [points] : []));
  return rings.length > 0 ? rings : undefined;
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
