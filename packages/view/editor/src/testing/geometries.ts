import type { Geometry, GeometryKind } from '@assay/contracts';
import { rleOfPixels } from '@assay/geometry';
import fc from 'fast-check';
import { maskOfRle } from '../index.ts';

const eighth = (min: number, max: number) =>
  fc.integer({ min: min * 8, max: max * 8 }).map((value) => value / 8);
const coordinate = eighth(0, 100);
const length = eighth(1, 40);
const angle = fc.integer({ min: -31, max: 31 }).map((value) => value / 10);
const point = fc.record({ x: coordinate, y: coordinate });
const version = fc.constant(1 as const);

/** Random geometries of each kind, in and around an image of 100 x 100. */
export const geometriesOf: { readonly [K in GeometryKind]: fc.Arbitrary<Extract<Geometry, { kind: K }>> } = {
  box: fc.record({
    kind: fc.constant('box' as const),
    version,
    x: coordinate,
    y: coordinate,
    width: length,
    height: length,
  }),
  'rotated-box': fc.record({
    kind: fc.constant('rotated-box' as const),
    version,
    cx: coordinate,
    cy: coordinate,
    width: length,
    height: length,
    rotation: angle,
  }),
  polygon: fc.record({
    kind: fc.constant('polygon' as const),
    version,
    points: fc.array(point, { minLength: 3, maxLength: 8 }),
  }),
  polyline: fc.record({
    kind: fc.constant('polyline' as const),
    version,
    points: fc.array(point, { minLength: 2, maxLength: 8 }),
  }),
  point: fc.record({ kind: fc.constant('point' as const), version, x: coordinate, y: coordinate }),
  ellipse: fc.record({
    kind: fc.constant('ellipse' as const),
    version,
    cx: coordinate,
    cy: coordinate,
    rx: length,
    ry: length,
    rotation: angle,
  }),
  skeleton: fc
    .array(fc.tuple(point, fc.constantFrom('visible', 'occluded', 'absent')), { minLength: 1, maxLength: 6 })
    .map((joints) => ({
      kind: 'skeleton' as const,
      version: 1 as const,
      joints: joints.map(([place, visibility], at) => ({ name: `joint-${at}`, ...place, visibility })),
    })),
  mask: fc
    .uint8Array({ minLength: 600, maxLength: 600, max: 1 })
    .map((pixels) => maskOfRle(rleOfPixels(pixels, 30, 20))),
  'image-class': fc.record({ kind: fc.constant('image-class' as const), version }),
};
