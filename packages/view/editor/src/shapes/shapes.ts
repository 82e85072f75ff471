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
import type { Handle, HandleOptions, ShapeModule } from './shape-module.ts';
import { skeletonShape } from './skeleton.ts';

/** A module for each kind of geometry; a kind without one does not compile. */
const SHAPES: { readonly [K in GeometryKind]: ShapeModule<Extract<Geometry, { readonly kind: K }>> } = {
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

/** The module of a geometry's kind, which takes that geometry; types cannot say that the two belong together. */
const shapeOf = ({ kind }: Geometry) => SHAPES[kind] as unknown as ShapeModule<Geometry>;

/** All kinds of shapes. */
export const geometryKinds = Object.keys(SHAPES) as readonly GeometryKind[];

/** Reads a stored geometry of any kind and version. */
export function readGeometry(stored: unknown): ReadGeometry<Geometry> {
  const moduleOf = (kind: string) =>
    Object.hasOwn(SHAPES, kind) ? shapeOf({ kind } as Geometry) : undefined;
  return readStored(moduleOf, stored);
}

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
