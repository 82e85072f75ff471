import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centroid, distanceToRing, perimeter, ringArea, ringContains, signedArea } from './polygon.ts';
import { polygonFault } from './polygon-fault.ts';
import { RINGS } from './shapely-values.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK ? 20_000 : 200 };
const gridPoint = fc.record({ x: fc.nat(5), y: fc.nat(5) });
const ringOf = (...points: readonly (readonly [number, number])[]) => points.map(([x, y]) => ({ x, y }));

// shapely 2.2.0: `area`, `length`, `centroid`.
it.each([
  ['diamond', 98, 39.59797974644666, 5, 5],
  ['comb', 78, 72, 6.538461538461538, 4.1923076923076925],
  ['star', 44.087203, 42.39993854747247, 6.0, 6.0000856600270165],
  ['sliver', 0.5, 2000.0010000005, 666.6666666666666, 0.0003333333333333333],
  ['small', 0.625, 3.8282468546719883, 3.625, 3.083333333333333],
] as const)('area, perimeter and centroid of %s are what shapely computes', (name, area, length, x, y) => {
  expect(ringArea(RINGS[name])).toBeCloseTo(area, 10);
  expect(perimeter(RINGS[name])).toBeCloseTo(length, 10);
  const middle = centroid(RINGS[name])!;
  expect(middle.x).toBeCloseTo(x, 9);
  expect(middle.y).toBeCloseTo(y, 9);
});

describe('area', () => {
  it('has the sign of the direction, and no digits lost far away', () => {
    expect(signedArea(RINGS.square)).toBe(100);
    expect(signedArea(RINGS.square.toReversed())).toBe(-100);
    expect(ringArea(ringOf([1e9, 1e9], [1e9 + 1, 1e9], [1e9, 1e9 + 1]))).toBe(0.5);
  });

  it('is 0 for what has none', () => {
    for (const ring of [[], ringOf([1, 2]), ringOf([1, 2], [3, 4]), ringOf([0, 0], [1, 1], [2, 2])]) {
      expect(signedArea(ring)).toBeCloseTo(0, 12);
    }
    expect(centroid([])).toBeUndefined();
    expect(centroid(ringOf([0, 0], [2, 2], [4, 4]))).toEqual({ x: 2, y: 2 });
  });
});

describe('inside', () => {
  it('is decided by the even-odd rule', () => {
    expect(ringContains(RINGS.comb, { x: 1, y: 9 })).toBe(false);
    expect(ringContains(RINGS.comb, { x: 3, y: 9 })).toBe(true);
    expect(ringContains(RINGS.comb, { x: 5, y: 9 })).toBe(false);
    expect(ringContains(RINGS.comb, { x: 20, y: 1 })).toBe(false);
    expect(ringContains([], { x: 0, y: 0 })).toBe(false);
  });

  it('is told by the distance from the border as shapely tells it', () => {
    expect(distanceToRing(RINGS.star, { x: 6, y: 6 })).toBeCloseTo(2.5, 12);
    expect(distanceToRing(RINGS.comb, { x: 7, y: 6 })).toBe(1);
    expect(distanceToRing(ringOf([3, 4]), { x: 0, y: 0 })).toBe(5);
    expect(distanceToRing([], { x: 0, y: 0 })).toBe(Infinity);
  });
});

describe('a fault of a polygon', () => {
  it.each([
    ['none', RINGS.comb, undefined],
    ['no points', [], 'too-few-points'],
    ['two points', ringOf([0, 0], [1, 1]), 'too-few-points'],
    ['not a number', ringOf([0, 0], [Number.NaN, 1], [1, 0]), 'not-finite'],
    ['infinite', ringOf([0, 0], [1, Infinity], [1, 0]), 'not-finite'],
    ['closed twice', ringOf([0, 0], [1, 0], [1, 1], [0, 0]), 'repeated-point'],
    ['a line', ringOf([0, 0], [1, 1], [2, 2], [3, 3]), 'no-area'],
    ['a bow', ringOf([0, 0], [10, 10], [10, 0], [0, 10]), 'self-crossing'],
    ['a corner on an edge', ringOf([0, 0], [10, 0], [10, 10], [5, 0], [0, 10]), 'self-crossing'],
    ['a corner twice', ringOf([0, 0], [4, 4], [8, 0], [8, 8], [4, 4], [0, 8]), 'self-crossing'],
    ['a spike', ringOf([0, 0], [10, 0], [20, 0], [10, 0], [10, 10]), 'self-crossing'],
    ['a way there and back', ringOf([0, 0], [10, 0], [0, 0], [0, 10]), 'self-crossing'],
    ['back beyond the beginning', ringOf([0, 0], [10, 0], [-5, 0], [3, 9]), 'self-crossing'],
    ['back at the first corner', ringOf([0, 0], [10, 0], [10, 10], [5, 0]), 'self-crossing'],
    ['straight on', ringOf([0, 0], [5, 0], [10, 0], [10, 10]), undefined],
  ])('%s', (_, ring, kind) => {
    expect(polygonFault(ring)?.kind).toBe(kind);
    expect(polygonFault(ring.toReversed())?.kind).toBe(kind);
  });

  it('says which edges meet', () => {
    expect(polygonFault(ringOf([0, 0], [10, 10], [10, 0], [0, 10]))).toEqual({
      kind: 'self-crossing',
      at: [0, 2],
    });
  });

  it('does not depend on where the ring begins, nor on its direction', () => {
    fc.assert(
      fc.property(fc.array(gridPoint, { minLength: 3, maxLength: 8 }), fc.nat(7), (ring, turn) => {
        const start = turn % ring.length;
        const turned = [...ring.slice(start), ...ring.slice(0, start)];
        expect(polygonFault(turned)?.kind).toBe(polygonFault(ring)?.kind);
        expect(polygonFault(ring.toReversed())?.kind).toBe(polygonFault(ring)?.kind);
      }),
      RUNS,
    );
  });

  it('is found among thousands of edges', () => {
    const round = Array.from({ length: 5000 }, (_, at) => {
      const angle = (at / 5000) * 2 * Math.PI;
      return { x: 500 + 400 * Math.cos(angle), y: 500 + 400 * Math.sin(angle) };
    });
    expect(polygonFault(round)).toBeUndefined();
    const bent = round.with(2500, { x: 1500, y: 500 });
    expect(polygonFault(bent)?.kind).toBe('self-crossing');
  });
});
