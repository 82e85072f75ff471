import type { Geometry, GeometryKind } from '@assay/contracts';
import type { Bounds, Point } from '@assay/geometry';
import { boxShape } from './box.ts';
import { ellipseShape } from './ellipse.ts';
import { imageClassShape } from './image-class.ts';
import { maskShape } from './mask.ts';
import { pointShape } from './point.ts';
import { polygonShape } from './polygon.ts';
import { polylineShape } from './polyline.ts';
import { type ReadGeometry, readStored } from './read-geometry.ts';
import { rotatedBoxShape } from './rotated-box.ts';
import type { Border, Handle, HandleOptions, ShapeModule } from './shape-module.ts';
import type { ShapeNumber } from './shape-number.ts';
import { skeletonShape } from './skeleton.ts';

/** A module for each kind of geometry that is stored; a kind without one does not compile. */
const STORED: { readonly [K in GeometryKind]: ShapeModule<Extract<Geometry, { readonly kind: K }>> } = {
  box: boxShape,
  'rotated-box': rotatedBoxShape,
  polygon: polygonShape,
  polyline: polylineShape,
  point: pointShape,
  ellipse: ellipseShape,
  skeleton: skeletonShape,
  mask: maskShape,
  'image-class': imageClassShape,
};

/** All that are known, those added among them; types cannot say that a kind and its module belong together. */
const shapes = new Map(Object.entries(STORED)) as unknown as Map<string, ShapeModule<Geometry>>;

/** The kinds of shapes that come with the editor. */
export const geometryKinds = Object.keys(STORED) as readonly GeometryKind[];

/**
 * Adds a kind of shape, for all editors: regions can have it from now on.
 *
 * @throws Error for a kind that there is
 */
export function addShape<G extends { readonly kind: string; readonly version: number }>(
  shape: ShapeModule<G>,
): void {
  if (shapes.has(shape.kind)) throw new Error(`There is a shape of the kind ${shape.kind} already.`);
  shapes.set(shape.kind, shape as unknown as ShapeModule<Geometry>);
}

function shapeOf({ kind }: Geometry): ShapeModule<Geometry> {
  const shape = shapes.get(kind);
  if (shape === undefined) throw new Error(`Nobody knows the shape of a ${kind}.`);
  return shape;
}

/** Reads a stored geometry of any kind and version. */
export const readGeometry = (stored: unknown): ReadGeometry<Geometry> =>
  readStored((kind) => shapes.get(kind), stored);

/** The smallest bounds around a geometry; undefined for what has no place in the image. */
export const boundsOfGeometry = (geometry: Geometry): Bounds | undefined =>
  shapeOf(geometry).bounds(geometry);

/** In square pixels; 0 for what has none. */
export const areaOfGeometry = (geometry: Geometry): number => shapeOf(geometry).area(geometry);

/** Distance of a point from a geometry in pixels: 0 inside of it. */
export const distanceToGeometry = (geometry: Geometry, point: Point): number =>
  shapeOf(geometry).distanceTo(geometry, point);

/** Does some of a geometry lie in bounds? */
export const geometryMeets = (geometry: Geometry, bounds: Bounds): boolean =>
  shapeOf(geometry).meets(geometry, bounds);

export const translateGeometry = (geometry: Geometry, by: Point): Geometry =>
  shapeOf(geometry).translate(geometry, by);

/** Where a geometry can be taken hold of; `pixel` is how much of the image one pixel of the screen shows. */
export const handlesOfGeometry = (geometry: Geometry, pixel: number): Handle[] =>
  shapeOf(geometry).handles(geometry, pixel);

/** A geometry with one of its handles at another place. */
export const moveGeometryHandle = (
  geometry: Geometry,
  handle: string,
  to: Point,
  options: HandleOptions = {},
): Geometry => shapeOf(geometry).moveHandle(geometry, handle, to, options);

/** A geometry without the vertex or joint of a handle; undefined where there is none to take away. */
export const removeGeometryHandle = (geometry: Geometry, handle: string): Geometry | undefined =>
  shapeOf(geometry).removeHandle?.(geometry, handle);

/** A geometry turned about a point by radians, clockwise as it is seen; what does not turn stays as it is. */
export const rotateGeometry = (geometry: Geometry, angle: number, about: Point): Geometry =>
  shapeOf(geometry).rotate?.(geometry, angle, about) ?? geometry;

/** The ways of a geometry: the border of what has an inside, the way of a line; none of pixels and points. */
export const bordersOfGeometry = (geometry: Geometry): readonly Border[] =>
  shapeOf(geometry).borders(geometry);

/** What of a geometry can be typed. */
export const numbersOfGeometry = (geometry: Geometry): readonly ShapeNumber<Geometry>[] =>
  shapeOf(geometry).numbers;
