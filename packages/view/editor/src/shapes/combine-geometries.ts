import type { Geometry, PolygonGeometry } from '@assay/contracts';
import {
  combineRles,
  combineShapes,
  type MaskOperation,
  overlapOf,
  polygonFault,
  type Ring,
  ringArea,
  rleArea,
  signedArea,
} from '@assay/geometry';
import type { Size } from '../view/camera.ts';
import { ringsOf, rleOf } from './geometry-rings.ts';
import { maskOfRle } from './mask.ts';

/** By how many square pixels a result may be off what the overlap says before it is not believed. */
const MOST_OFF = 0.5;

/** Less is a splinter, cut off or left open where borders nearly meet, that nobody meant: in square pixels. */
const LEAST_PART = 0.5;

export const polygonOf = (points: Ring): PolygonGeometry => ({ kind: 'polygon', version: 1, points });

/**
 * The union of geometries that have an inside, in an image of a size: a polygon where one border says it, a mask where
 * the union has holes or parts, or where one of them is a mask. Undefined where one has no inside in the image.
 */
export function joinGeometries(geometries: readonly Geometry[], image: Size): Geometry | undefined {
  const [first, ...others] = geometries;
  if (first === undefined) return undefined;
  return joinRings(geometries) ?? joinMasks(first, others, image);
}

function joinRings(geometries: readonly Geometry[]): PolygonGeometry | undefined {
  let joined: Ring[] = [];
  for (const geometry of geometries) {
    const rings = ringsOf(geometry);
    const next = rings && combineExactly(joined, rings, 'union');
    if (next === undefined) return undefined;
    joined = next;
  }
  const [ring, ...others] = joined.filter((each) => ringArea(each) >= LEAST_PART);
  return ring === undefined || others.length > 0 ? undefined : polygonOf(ring);
}

function joinMasks(first: Geometry, others: readonly Geometry[], image: Size): Geometry | undefined {
  let joined = rleOf(first, image);
  for (const each of others) {
    const next = rleOf(each, image);
    joined = joined && next && combineRles(joined, next, 'union');
  }
  return joined === undefined || rleArea(joined) === 0 ? undefined : maskOfRle(joined);
}

/** Shapes together, if the result is what the areas of both and of their overlap say; undefined otherwise. */
function combineExactly(
  first: readonly Ring[],
  second: readonly Ring[],
  operation: MaskOperation,
): Ring[] | undefined {
  const rings = combineShapes(first, second, operation);
  const { first: one, second: other, both } = overlapOf(first, second);
  const expected = { union: one + other - both, intersection: both, difference: one - both }[operation];
  const area = rings.reduce((sum, ring) => sum + signedArea(ring), 0);
  return Math.abs(area - expected) > MOST_OFF ? undefined : rings;
}

/**
 * The parts of a polygon or a mask on one side of a line, and on the other side: the line is the border of `half`, which
 * holds all of one side. Undefined for other shapes, where all lies on one side, and for a polygon that crosses itself.
 */
export function sliceGeometry(geometry: Geometry, half: Ring, image: Size): Geometry[] | undefined {
  const parts = geometry.kind === 'mask' ? sliceMask(geometry, half, image) : slicePolygon(geometry, half);
  return parts !== undefined && parts.length > 1 ? parts : undefined;
}

function sliceMask(geometry: Geometry, half: Ring, image: Size): Geometry[] | undefined {
  const [mask, side] = [rleOf(geometry, image), rleOf(polygonOf(half), image)];
  if (mask === undefined || side === undefined) return undefined;
  return (['intersection', 'difference'] as const)
    .map((operation) => combineRles(mask, side, operation))
    .filter((part) => rleArea(part) > 0)
    .map(maskOfRle);
}

function slicePolygon(geometry: Geometry, half: Ring): Geometry[] | undefined {
  if (geometry.kind !== 'polygon' || polygonFault(geometry.points) !== undefined) return undefined;
  const sides = (['intersection', 'difference'] as const).map((operation) =>
    combineExactly([geometry.points], [half], operation),
  );
  if (sides.includes(undefined)) return undefined;
  return sides
    .flatMap((rings) => rings!)
    .filter((ring) => ringArea(ring) >= LEAST_PART)
    .map(polygonOf);
}
