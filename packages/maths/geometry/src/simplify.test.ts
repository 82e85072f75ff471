import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchesOf } from './polygon.ts';
import { distanceToSegment } from './segment.ts';
import { simplifyLine, simplifyRing } from './simplify.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK ? 20_000 : 200 };
const gridPoint = fc.record({ x: fc.nat(20), y: fc.nat(20) });
const asPoints = (...points: readonly (readonly [number, number])[]) => points.map(([x, y]) => ({ x, y }));
const LINE = asPoints([0, 0], [1, 0.1], [2, -0.1], [3, 5], [4, 6], [5, 7], [6, 8.1], [7, 9], [8, 9], [9, 9]);

describe('an open way', () => {
  // shapely 2.2.0: `LineString(...).simplify(tolerance, preserve_topology=False)`.
  it.each([
    [0.05, asPoints([0, 0], [1, 0.1], [2, -0.1], [3, 5], [6, 8.1], [7, 9], [9, 9])],
    [0.5, asPoints([0, 0], [2, -0.1], [3, 5], [7, 9], [9, 9])],
    [3, asPoints([0, 0], [9, 9])],
  ])('is simplified to %d pixels as shapely does', (tolerance, expected) => {
    expect(simplifyLine(LINE, tolerance)).toEqual(expected);
  });

  it('stays as it is where nothing can be left out', () => {
    for (const points of [[], asPoints([1, 1]), asPoints([1, 1], [2, 2])]) {
      expect(simplifyLine(points, 10)).toEqual(points);
    }
    expect(simplifyLine(asPoints([1, 1], [1, 1], [1, 1]), 0)).toEqual(asPoints([1, 1], [1, 1]));
  });

  it('keeps its ends and is never further away than it may be', () => {
    fc.assert(
      fc.property(fc.array(gridPoint, { minLength: 2, maxLength: 30 }), fc.nat(5), (points, tolerance) => {
        const simple = simplifyLine(points, tolerance);
        expect([simple[0], simple.at(-1)]).toEqual([points[0], points.at(-1)]);
        for (const point of points) {
          const away = Math.min(...stretchesOf(simple).map((each) => distanceToSegment(each, point)));
          expect(away).toBeLessThanOrEqual(tolerance);
        }
        expect(simplifyLine(simple, 0).length).toBeLessThanOrEqual(simple.length);
      }),
      RUNS,
    );
  });
});

describe('a closed way', () => {
  it('loses points on its edges and keeps its corners', () => {
    const square = asPoints([0, 0], [5, 0], [10, 0], [10, 10], [5, 10.2], [0, 10]);
    expect(simplifyRing(square, 0.5)).toEqual(asPoints([0, 0], [10, 0], [10, 10], [0, 10]));
  });

  it('keeps three points, however much may go', () => {
    fc.assert(
      fc.property(fc.array(gridPoint, { maxLength: 20 }), fc.nat(100), (ring, tolerance) => {
        const simple = simplifyRing(ring, tolerance);
        expect(simple.length).toBeGreaterThanOrEqual(Math.min(3, ring.length));
        // In the order of the ring.
        let from = -1;
        for (const point of simple) from = ring.indexOf(point, from + 1);
        expect(from).toBeGreaterThanOrEqual(simple.length - 1);
      }),
      RUNS,
    );
  });
});
