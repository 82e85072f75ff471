import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combineShapes } from './combine-shapes.ts';
import { overlapOf } from './overlap.ts';
import { type Ring, signedArea } from './polygon.ts';
import { polygonFault } from './polygon-fault.ts';

const ring = (...points: readonly (readonly [number, number])[]): Ring => points.map(([x, y]) => ({ x, y }));
const square = (x: number, y: number, side: number): Ring =>
  ring([x, y], [x + side, y], [x + side, y + side], [x, y + side]);
const areaOf = (rings: readonly Ring[]) => rings.reduce((sum, each) => sum + signedArea(each), 0);
/** The same ring from its point nearest to the upper left corner. */
const fromFirst = (points: Ring): Ring => {
  const first = points.reduce((best, { x, y }, at) => {
    const { x: bestX, y: bestY } = points[best]!;
    return x + y < bestX + bestY || (x + y === bestX + bestY && x < bestX) ? at : best;
  }, 0);
  return [...points.slice(first), ...points.slice(0, first)];
};

describe('shapes together', () => {
  test('that share a border become one ring without it', () => {
    const rings = combineShapes([square(0, 0, 10)], [square(10, 0, 10)], 'union');
    expect(rings.map(fromFirst)).toEqual([ring([0, 0], [10, 0], [20, 0], [20, 10], [10, 10], [0, 10])]);
  });

  test('that share a part of a slanted border become one ring', () => {
    const lower = ring([0, 0], [30, 10], [30, 40], [0, 40]);
    const upper = ring([6, 2], [12, -20], [24, 8]);
    const [joined, ...others] = combineShapes([lower], [upper], 'union');
    expect(others).toEqual([]);
    expect(signedArea(joined!)).toBeCloseTo(areaOf([lower]) + areaOf([upper]), 4);
    expect(polygonFault(joined!)).toBeUndefined();
  });

  test('that overlap are one ring, their intersection and their difference too', () => {
    const [one, other] = [[square(0, 0, 10)], [square(5, 5, 10)]];
    const union = ring([0, 0], [10, 0], [10, 5], [15, 5], [15, 15], [5, 15], [5, 10], [0, 10]);
    expect(combineShapes(one, other, 'union').map(fromFirst)).toEqual([union]);
    expect(combineShapes(one, other, 'intersection').map(fromFirst)).toEqual([square(5, 5, 5)]);
    const left = ring([0, 0], [10, 0], [10, 5], [5, 5], [5, 10], [0, 10]);
    expect(combineShapes(one, other, 'difference').map(fromFirst)).toEqual([left]);
  });

  test('have a hole where one lies in the other, and are apart where they touch at a corner', () => {
    const holed = combineShapes([square(0, 0, 30)], [square(10, 10, 10)], 'difference');
    expect(holed.map((each) => signedArea(each)).sort((a, b) => a - b)).toEqual([-100, 900]);
    const apart = combineShapes([square(0, 0, 10)], [square(10, 10, 10)], 'union');
    expect(apart.map(signedArea)).toEqual([100, 100]);
    expect(combineShapes([square(0, 0, 10)], [square(0, 0, 10)], 'difference')).toEqual([]);
    expect(combineShapes([], [square(0, 0, 10)], 'union')).toHaveLength(1);
  });
});

/** Areas by trapezoids between heights, which know nothing of rings. */
test('have the areas that their overlap says, whatever they are', () => {
  const eighths = fc.integer({ min: 0, max: 96 }).map((value) => value / 8);
  const coordinate = fc.oneof(fc.integer({ min: 0, max: 12 }), eighths);
  const shape = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 3, maxLength: 9 });
  fc.assert(
    fc.property(shape, shape, (first, second) => {
      const { first: one, second: other, both } = overlapOf([first], [second]);
      const area = (operation: Parameters<typeof combineShapes>[2]) =>
        areaOf(combineShapes([first], [second], operation));
      expect(area('union')).toBeCloseTo(one + other - both, 2);
      expect(area('intersection')).toBeCloseTo(both, 2);
      expect(area('difference')).toBeCloseTo(one - both, 2);
    }),
    { numRuns: process.env.ASSAY_SOAK ? 10_000 : 500 },
  );
});
