import type { Geometry } from '@assay/contracts';
import { type Ring, type Rle, rleOfRings } from '@assay/geometry';
import { rleOfMask } from './mask.ts';
import { bordersOfGeometry } from './shapes.ts';

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
