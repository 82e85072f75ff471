import type { Bounds, Point } from '@assay/geometry';
import type { z } from 'zod';
import type { ShapeNumber } from './shape-number.ts';

/** A place at which a shape can be taken hold of. */
export type Handle = {
  /** Unique in the shape; `moveHandle` knows it. */
  readonly id: string;
  readonly point: Point;
  /** `midpoint`: moving it makes a new vertex. `rotate`: it turns the shape instead of moving. */
  readonly kind: 'corner' | 'side' | 'vertex' | 'midpoint' | 'joint' | 'rotate';
};

export type HandleOptions = {
  /** Width and height keep their ratio; of corners only. */
  readonly keepRatio?: boolean;
  /** The centre stays instead of the opposite corner or side. */
  readonly fromCentre?: boolean;
};

/** A way of straight stretches; a closed one is the border of what is inside. */
export type Border = { readonly points: readonly Point[]; readonly isClosed: boolean };

/** Lifts a stored geometry from one version to the next. */
export type ShapeMigration = (old: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** All that is known of one kind of shape. Its functions are pure: they return new geometries. */
export type ShapeModule<G extends { readonly kind: string; readonly version: number }> = {
  readonly kind: G['kind'];
  /** The newest version, which `schema` reads. */
  readonly version: number;
  readonly schema: z.ZodType<G>;
  /** By the version that each lifts; there is one for every version before the newest. */
  readonly migrations: Readonly<Record<number, ShapeMigration>>;
  /** Undefined for what has no place in the image. */
  readonly bounds: (geometry: G) => Bounds | undefined;
  /** In square pixels; 0 for what has none. */
  readonly area: (geometry: G) => number;
  /** How far a point is from the shape, in pixels: 0 inside of a shape that has an inside. */
  readonly distanceTo: (geometry: G, point: Point) => number;
  /** Does some of the shape lie in bounds? */
  readonly meets: (geometry: G, bounds: Bounds) => boolean;
  readonly translate: (geometry: G, by: Point) => G;
  /** Its ways: of a curve those that stand for it; none of a shape of pixels or of points. */
  readonly borders: (geometry: G) => readonly Border[];
  /** What of it can be typed. */
  readonly numbers: readonly ShapeNumber<G>[];
  /** Where it can be taken hold of; `pixel` is how much of the image one pixel of the screen shows. */
  readonly handles: (geometry: G, pixel: number) => Handle[];
  /** The shape with a handle at another place; unchanged for a handle that it does not have. */
  readonly moveHandle: (geometry: G, handle: string, to: Point, options: HandleOptions) => G;
  /**
   * The shape without the vertex or joint of a handle; undefined when the handle has none, or the shape cannot be
   * without it. Undefined for shapes that have neither.
   */
  readonly removeHandle: ((geometry: G, handle: string) => G | undefined) | undefined;
  /** Turned about a point, clockwise as it is seen; undefined for shapes that do not turn. */
  readonly rotate: ((geometry: G, angle: number, about: Point) => G) | undefined;
};
