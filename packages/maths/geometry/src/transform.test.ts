import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundsContain,
  boundsContainPoint,
  boundsMeet,
  boundsOfCorners,
  boundsOfPoints,
  centreOf,
  cornersOf,
  heightOf,
  intersectBounds,
  padBounds,
  uniteBounds,
  widthOf,
} from './bounds.ts';
import { angleTo, distance, midpoint, rotatePoint } from './point.ts';
import {
  boundsOfRotatedBox,
  normaliseAngle,
  pointInBox,
  rotatedBoxContains,
  rotatedCorners,
} from './rotated-box.ts';
import {
  composeTransforms,
  IDENTITY,
  invertTransform,
  rotation,
  scaling,
  transformPoint,
  translation,
} from './transform.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK ? 20_000 : 200 };
const coordinate = fc.double({ min: -1000, max: 1000, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });
const close = (a: { x: number; y: number }, b: { x: number; y: number }) =>
  expect(distance(a, b)).toBeLessThan(1e-8);

describe('transforms', () => {
  it('move, scale and turn about a point', () => {
    expect(transformPoint(translation(3, -1), { x: 1, y: 1 })).toEqual({ x: 4, y: 0 });
    expect(transformPoint(scaling(2, 3, { x: 1, y: 1 }), { x: 2, y: 2 })).toEqual({ x: 3, y: 4 });
    close(transformPoint(rotation(Math.PI / 2, { x: 1, y: 0 }), { x: 2, y: 0 }), { x: 1, y: 1 });
  });

  it('follow one another in the order in which they are given', () => {
    const both = composeTransforms(translation(1, 0), scaling(2, 2));
    expect(transformPoint(both, { x: 1, y: 1 })).toEqual({ x: 4, y: 2 });
    expect(composeTransforms()).toEqual(IDENTITY);
  });

  it('lead back, unless they press the plane together', () => {
    const factor = fc.double({ min: 0.1, max: 10, noNaN: true });
    const angle = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(point, point, factor, factor, angle, (about, place, x, y, turn) => {
        const there = composeTransforms(
          scaling(x, -y, about),
          rotation(turn, place),
          translation(place.x, 7),
        );
        close(transformPoint(invertTransform(there)!, transformPoint(there, place)), place);
        close(transformPoint(rotation(turn, about), place), rotatePoint(place, about, turn));
      }),
      RUNS,
    );
    expect(invertTransform(scaling(0, 1))).toBeUndefined();
    expect(invertTransform(scaling(Number.NaN, 1))).toBeUndefined();
    expect(invertTransform(scaling(1e-200, 1e-200))).toBeUndefined();
  });
});

describe('bounds', () => {
  const box = { minX: 0, minY: 0, maxX: 4, maxY: 2 };

  it('surround points and one another', () => {
    expect(boundsOfPoints([])).toBeUndefined();
    expect(uniteBounds([])).toBeUndefined();
    expect(boundsOfPoints([{ x: 3, y: -1 }])).toEqual({ minX: 3, minY: -1, maxX: 3, maxY: -1 });
    expect(boundsOfPoints(cornersOf(box))).toEqual(box);
    expect(uniteBounds([box, { minX: 9, minY: 9, maxX: 9, maxY: 9 }])).toEqual({ ...box, maxX: 9, maxY: 9 });
    expect(boundsOfCorners({ x: 4, y: 0 }, { x: 0, y: 2 })).toEqual(box);
    expect([widthOf(box), heightOf(box), centreOf(box)]).toEqual([4, 2, { x: 2, y: 1 }]);
  });

  it('meet with their borders included', () => {
    const beside = { minX: 4, minY: 1, maxX: 6, maxY: 5 };
    expect(boundsMeet(box, beside)).toBe(true);
    expect(intersectBounds(box, beside)).toEqual({ minX: 4, minY: 1, maxX: 4, maxY: 2 });
    expect(intersectBounds(box, { ...beside, minX: 4.1 })).toBeUndefined();
    expect(boundsContainPoint(box, { x: 4, y: 2 })).toBe(true);
    expect(boundsContainPoint(box, { x: 4, y: 2.1 })).toBe(false);
    expect([boundsContain(padBounds(box, 1), box), boundsContain(box, padBounds(box, 1))]).toEqual([
      true,
      false,
    ]);
  });
});

describe('a rotated box', () => {
  const box = { cx: 10, cy: 20, width: 8, height: 4, rotation: Math.PI / 2 };

  it('has corners and bounds where it was turned to', () => {
    const expected = [
      { x: 12, y: 16 },
      { x: 12, y: 24 },
      { x: 8, y: 24 },
      { x: 8, y: 16 },
    ];
    for (const [at, corner] of rotatedCorners(box).entries()) close(corner, expected[at]!);
    const bounds = boundsOfRotatedBox(box);
    expect(widthOf(bounds)).toBeCloseTo(4, 12);
    expect(heightOf(bounds)).toBeCloseTo(8, 12);
  });

  it('contains what lies within it along its own axes', () => {
    expect(rotatedBoxContains(box, { x: 11.9, y: 23.9 })).toBe(true);
    expect(rotatedBoxContains(box, { x: 13, y: 20 })).toBe(false);
    expect(rotatedBoxContains(box, { x: 13, y: 20 }, 1.5)).toBe(true);
    close(pointInBox(box, { x: 10, y: 23 }), { x: 3, y: 0 });
  });

  it('has one angle for each direction', () => {
    expect(normaliseAngle(0)).toBe(0);
    expect(normaliseAngle(3 * Math.PI)).toBeCloseTo(Math.PI, 12);
    expect(normaliseAngle(-Math.PI)).toBe(Math.PI);
    expect(normaliseAngle(5)).toBeCloseTo(5 - 2 * Math.PI, 12);
  });
});

it('directions and middles', () => {
  expect(angleTo({ x: 0, y: 0 }, { x: 0, y: 5 })).toBe(Math.PI / 2);
  expect(midpoint({ x: 0, y: 0 }, { x: 3, y: 5 })).toEqual({ x: 1.5, y: 2.5 });
});
