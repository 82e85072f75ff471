import { boundsContain, intersectBounds } from '@assay/geometry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { servesView, sizeOfView, viewOfMask } from './mask-view.ts';

const WHOLE = { minX: 0, minY: 0, maxX: 8000, maxY: 6000 };
const screen = (x: number, y: number, pixel: number) => ({
  pixel,
  seen: { minX: x, minY: y, maxX: x + 1920 * pixel, maxY: y + 1080 * pixel },
  coarser: 0,
});

describe('a mask is seen', () => {
  test('as fine as the screen has pixels, as a whole where that is no larger than it may be', () => {
    expect(viewOfMask(WHOLE, screen(0, 0, 4))).toEqual({ step: 4, part: WHOLE, isOutlined: false });
    expect(viewOfMask(WHOLE, screen(0, 0, 5.9))).toMatchObject({ step: 4 });
    expect(viewOfMask({ ...WHOLE, maxX: 100 }, screen(0, 0, 0.1))).toMatchObject({
      step: 1,
      isOutlined: true,
    });
  });

  test('in the part that the screen shows where it would be too large: never in blocks', () => {
    const view = viewOfMask(WHOLE, screen(3000, 2000, 1))!;
    expect(view).toMatchObject({ step: 1, isOutlined: false });
    expect(boundsContain(view.part, screen(3000, 2000, 1).seen)).toBe(true);
    // A little of a pan needs no other bitmap; far more does.
    const wanted = (x: number) => viewOfMask(WHOLE, screen(x, 2000, 1))!;
    expect(servesView(view, wanted(3050), screen(3050, 2000, 1).seen)).toBe(true);
    expect(servesView(view, wanted(4000), screen(4000, 2000, 1).seen)).toBe(false);
    expect(servesView(view, { ...wanted(3050), step: 2 }, screen(3050, 2000, 1).seen)).toBe(false);
  });

  test('not at all where the screen shows none of it', () => {
    expect(viewOfMask({ ...WHOLE, maxX: 100 }, screen(500, 0, 1))).toBeUndefined();
  });

  test('in all that the screen shows of it, and in no larger a bitmap than may be', () => {
    const at = fc.record({
      x: fc.integer({ min: -3000, max: 9000 }),
      y: fc.integer({ min: -3000, max: 9000 }),
      pixel: fc.double({ min: 0.02, max: 20, noNaN: true }),
    });
    fc.assert(
      fc.property(at, ({ x, y, pixel }) => {
        const on = screen(x, y, pixel);
        const view = viewOfMask(WHOLE, on);
        const seen = intersectBounds(WHOLE, on.seen);
        expect(view === undefined).toBe(seen === undefined);
        if (view === undefined) return;
        expect(boundsContain(view.part, seen!)).toBe(true);
        expect(boundsContain(WHOLE, view.part)).toBe(true);
        expect(sizeOfView(view)).toBeLessThan(2 ** 22 * 1.01);
        // No block of it is larger than two pixels of the screen.
        expect(view.step).toBeLessThanOrEqual(Math.max(1, 2 * pixel));
      }),
    );
  });
});
