import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Bounds } from './bounds.ts';
import { keepInside, lastInside } from './keep-inside.ts';

const WITHIN: Bounds = { minX: 0, minY: 0, maxX: 100, maxY: 80 };
const move = fc.record({ x: fc.integer({ min: -200, max: 200 }), y: fc.integer({ min: -200, max: 200 }) });
const bounds = fc
  .record({ x: fc.integer({ min: -50, max: 120 }), y: fc.integer({ min: -50, max: 120 }), size: fc.nat(150) })
  .map(({ x, y, size }) => ({ minX: x, minY: y, maxX: x + size, maxY: y + size / 2 }));

/** How far bounds stick out of others on each side. */
const outOf = (inner: Bounds): number[] =>
  [
    WITHIN.minX - inner.minX,
    WITHIN.minY - inner.minY,
    inner.maxX - WITHIN.maxX,
    inner.maxY - WITHIN.maxY,
  ].map((out) => Math.max(0, out));

it('a move leads no further out on any side, and is no shorter than it must be', () => {
  fc.assert(
    fc.property(bounds, move, (now, by) => {
      const kept = keepInside(by, now, WITHIN);
      const moved = (x: number, y: number) => ({
        minX: now.minX + x,
        minY: now.minY + y,
        maxX: now.maxX + x,
        maxY: now.maxY + y,
      });
      const before = outOf(now);
      const isFurther = (after: Bounds) => outOf(after).some((out, side) => out > before[side]! + 1e-9);
      expect(isFurther(moved(kept.x, kept.y))).toBe(false);
      if (kept.x !== by.x) expect(isFurther(moved(kept.x + Math.sign(by.x), 0))).toBe(true);
      if (kept.y !== by.y) expect(isFurther(moved(0, kept.y + Math.sign(by.y)))).toBe(true);
    }),
  );
});

it('a way ends where it leaves, and is gone to its end where that is inside', () => {
  const at = (share: number) => 60 + 80 * share;
  const boundsOf = (x: number): Bounds => ({ minX: x, minY: 0, maxX: x, maxY: 10 });
  expect(lastInside(at, boundsOf, boundsOf(60), WITHIN)).toBeCloseTo(100, 6);
  expect(lastInside(at, boundsOf, boundsOf(120), WITHIN)).toBeCloseTo(120, 6);
  expect(lastInside(at, () => undefined, undefined, WITHIN)).toBe(140);
  const there = (share: number) => 60 + 80 * Math.sin(share * Math.PI);
  expect(lastInside(there, boundsOf, boundsOf(60), WITHIN)).toBe(there(1));
});
