import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsIou, rotatedBoxIou } from './iou.ts';
import { overlapOf, ringsIou } from './overlap.ts';
import { type Ring, ringArea } from './polygon.ts';
import { RINGS, SHAPELY_IOU } from './shapely-values.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK ? 20_000 : 200 };
const coordinate = fc.double({ min: -100, max: 100, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });
const gridPoint = fc.record({ x: fc.nat(4), y: fc.nat(4) });
const eighths = (min: number) => fc.integer({ min, max: 800 }).map((value) => value / 8);
const box = fc
  .record({ x: eighths(-800), y: eighths(-800), width: eighths(1), height: eighths(1) })
  .map(({ x, y, width, height }) => ({ minX: x, minY: y, maxX: x + width, maxY: y + height }));

describe('intersection over union', () => {
  it.each(SHAPELY_IOU)('of %s and %s is what shapely computes', (first, second, value) => {
    expect(ringsIou([RINGS[first]], [RINGS[second]])).toBeCloseTo(value, 12);
    expect(ringsIou([RINGS[second]], [RINGS[first]])).toBeCloseTo(value, 12);
    expect(ringsIou([RINGS[first].toReversed()], [RINGS[second]])).toBeCloseTo(value, 12);
  });

  // shapely 2.2.0: boxes turned about their centres by `affinity.rotate`.
  it.each([
    [[0, 0, 10, 4, 0], [0, 0, 10, 4, Math.PI / 2], 0.25],
    [[50, 50, 20, 10, 0.3], [52, 49, 18, 12, -0.4], 0.544813670009283],
    [[0, 0, 2, 2, 0], [0, 0, 2, 2, Math.PI / 4], Math.SQRT1_2],
    [[0, 0, 4, 2, 1], [100, 0, 4, 2, 1], 0],
    [[10, 10, 8, 3, 2.5], [10, 10, 8, 3, 2.5 - Math.PI], 1],
  ])('of rotated boxes %j and %j is %d', (first, second, value) => {
    const [a, b] = [first, second].map((each) => {
      const [cx, cy, width, height, rotation] = each as [number, number, number, number, number];
      return { cx, cy, width, height, rotation };
    });
    expect(rotatedBoxIou(a!, b!)).toBeCloseTo(value, 12);
  });

  it('of boxes is the same computed as boxes, rotated boxes and polygons', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        const value = boundsIou(a, b);
        const [boxA, boxB] = [a, b].map((each) => ({
          cx: (each.minX + each.maxX) / 2,
          cy: (each.minY + each.maxY) / 2,
          width: each.maxX - each.minX,
          height: each.maxY - each.minY,
          rotation: 0,
        }));
        expect(rotatedBoxIou(boxA!, boxB!)).toBeCloseTo(value!, 12);
        expect(boundsIou(b, a)).toBe(value);
      }),
      RUNS,
    );
  });

  it('is undefined where neither has an area, and 0 where one has none', () => {
    const dot = { minX: 1, minY: 1, maxX: 1, maxY: 1 };
    expect(boundsIou(dot, dot)).toBeUndefined();
    expect(boundsIou(dot, { minX: 0, minY: 0, maxX: 2, maxY: 2 })).toBe(0);
    expect(boundsIou(dot, { minX: 5, minY: 5, maxX: 6, maxY: 6 })).toBe(0);
    expect(ringsIou([], [])).toBeUndefined();
    expect(ringsIou([[{ x: 1, y: 1 }]], [[]])).toBeUndefined();
    expect(ringsIou([RINGS.square], [])).toBe(0);
  });
});

describe('overlap', () => {
  it('counts holes and rings that cross themselves by the even-odd rule', () => {
    const hole = RINGS.small.map(({ x, y }) => ({ x: x + 1, y: y + 1 }));
    expect(overlapOf([RINGS.square, hole], [RINGS.shifted])).toEqual({
      first: 100 - ringArea(RINGS.small),
      second: 100,
      both: 25 - overlapOf([hole], [RINGS.shifted]).both,
    });
    const bow: Ring = [RINGS.square[0]!, RINGS.square[2]!, RINGS.square[1]!, RINGS.square[3]!];
    expect(overlapOf([bow], [RINGS.square])).toEqual({ first: 50, second: 100, both: 50 });
  });

  it('is symmetrical, at most either area, and all of it with itself, however degenerate the rings', () => {
    const ring = fc.array(fc.oneof(point, gridPoint), { maxLength: 9 });
    fc.assert(
      fc.property(ring, ring, (a, b) => {
        const { first, second, both } = overlapOf([a], [b]);
        const scale = 1 + first + second;
        const back = overlapOf([b], [a]);
        expect(Math.abs(back.both - both)).toBeLessThan(1e-9 * scale);
        expect(both).toBeLessThanOrEqual(Math.min(first, second) + 1e-9 * scale);
        expect(both).toBeGreaterThanOrEqual(-1e-9 * scale);
        const same = overlapOf([a], [a]);
        expect(Math.abs(same.both - same.first)).toBeLessThan(1e-9 * scale);
      }),
      RUNS,
    );
  });
});
