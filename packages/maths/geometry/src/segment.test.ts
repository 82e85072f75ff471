import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossingOf, distanceToSegment, nearestOnSegment, type Segment, segmentsMeet } from './segment.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK ? 20_000 : 200 };
const segment = (x1: number, y1: number, x2: number, y2: number): Segment => [
  { x: x1, y: y1 },
  { x: x2, y: y2 },
];
const gridPoint = fc.record({ x: fc.nat(6), y: fc.nat(6) });
const segments = fc.tuple(gridPoint, gridPoint);

describe('distance from a segment', () => {
  it('is measured to its nearest point, which may be an end', () => {
    // shapely 2.2.0: `LineString([(1, 1), (4, 5)]).distance(...)`.
    expect(distanceToSegment(segment(1, 1, 4, 5), { x: 7, y: 3 })).toBeCloseTo(3.605551275463989, 12);
    expect(distanceToSegment(segment(1, 1, 4, 5), { x: 2, y: 5 })).toBeCloseTo(1.6, 12);
    expect(nearestOnSegment(segment(0, 0, 10, 0), { x: 4, y: 3 })).toEqual({
      point: { x: 4, y: 0 },
      along: 0.4,
    });
  });

  it('of a segment without length is that from its point', () => {
    expect(distanceToSegment(segment(3, 4, 3, 4), { x: 0, y: 0 })).toBe(5);
  });
});

describe('segments', () => {
  it.each([
    ['cross', segment(0, 0, 4, 4), segment(0, 4, 4, 0), true, { x: 2, y: 2 }],
    ['touch with an end', segment(0, 0, 4, 0), segment(2, 0, 2, 5), true, { x: 2, y: 0 }],
    ['share an end', segment(0, 0, 4, 0), segment(4, 0, 9, 3), true, { x: 4, y: 0 }],
    ['overlap on one line', segment(0, 0, 4, 4), segment(2, 2, 9, 9), true, undefined],
    ['follow on one line', segment(0, 0, 1, 1), segment(2, 2, 3, 3), false, undefined],
    ['are parallel', segment(0, 0, 4, 0), segment(0, 1, 4, 1), false, undefined],
    ['would cross further on', segment(0, 0, 1, 1), segment(0, 4, 4, 0), false, undefined],
    ['are a point on the other', segment(1, 1, 1, 1), segment(0, 0, 2, 2), true, undefined],
    ['are one point', segment(1, 1, 1, 1), segment(1, 1, 1, 1), true, undefined],
  ] as const)('%s', (_, first, second, meet, crossing) => {
    expect(segmentsMeet(first, second)).toBe(meet);
    expect(crossingOf(first, second)).toEqual(crossing);
  });

  it('meet where whole-number arithmetic says so, from both sides', () => {
    fc.assert(
      fc.property(segments, segments, (first, second) => {
        expect(segmentsMeet(first, second)).toBe(meetExactly(first, second));
        expect(segmentsMeet(second, first)).toBe(segmentsMeet(first, second));
      }),
      RUNS,
    );
  });

  it('are told apart where rounding would not', () => {
    const tiny = 2 ** -52;
    const line = segment(0.5, 0.5, 24, 24);
    expect(segmentsMeet(line, segment(12, 12 + 12 * tiny, 12, 30))).toBe(false);
    expect(segmentsMeet(line, segment(12, 12, 12, 30))).toBe(true);
  });
});

/** Do two segments share a point? Liang and Barsky's intervals in fractions of whole numbers, without rounding. */
function meetExactly([a, b]: Segment, [c, d]: Segment): boolean {
  const cross = (ux: number, uy: number, vx: number, vy: number) => ux * vy - uy * vx;
  const [rx, ry, sx, sy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y];
  const [qx, qy] = [c.x - a.x, c.y - a.y];
  const determinant = cross(rx, ry, sx, sy);
  if (determinant !== 0) {
    const [t, u] = [cross(qx, qy, sx, sy), cross(qx, qy, rx, ry)];
    const within = (value: number) =>
      determinant > 0 ? value >= 0 && value <= determinant : value <= 0 && value >= determinant;
    return within(t) && within(u);
  }
  const [px, py] = rx === 0 && ry === 0 ? [sx, sy] : [rx, ry];
  if (cross(qx, qy, px, py) !== 0) return false;
  const along = (x: number, y: number) => x * px + y * py;
  if (px === 0 && py === 0) return qx === 0 && qy === 0;
  const [a0, a1] = [along(a.x, a.y), along(b.x, b.y)].sort((x, y) => x - y) as [number, number];
  const [c0, c1] = [along(c.x, c.y), along(d.x, d.y)].sort((x, y) => x - y) as [number, number];
  return a0 <= c1 && c0 <= a1;
}
