import { pixelsOfRle, rleBounds, rleOfPixels } from '@assay/geometry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleMask } from './mask-pixels.ts';

function finish<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

const masks = fc
  .record({ width: fc.integer({ min: 1, max: 30 }), height: fc.integer({ min: 1, max: 30 }) })
  .chain(({ width, height }) =>
    fc
      .uint8Array({ minLength: width * height, maxLength: width * height, max: 1 })
      .map((pixels) => rleOfPixels(pixels, width, height)),
  );

describe('a sampled mask', () => {
  test('is inside where any pixel of the square is', () => {
    fc.assert(
      fc.property(masks, fc.constantFrom(1, 2, 4), (mask, step) => {
        const bounds = rleBounds(mask);
        fc.pre(bounds !== undefined);
        const all = pixelsOfRle(mask);
        const { width, height, pixels } = finish(sampleMask(mask, bounds!, step));
        expect(width).toBe(Math.ceil((bounds!.maxX - bounds!.minX) / step));
        for (let y = 0; y < height; y += 1) {
          for (let x = 0; x < width; x += 1) {
            const [left, top] = [bounds!.minX + x * step, bounds!.minY + y * step];
            let isInside = false;
            for (let py = top; py < Math.min(top + step, mask.height); py += 1) {
              for (let px = left; px < Math.min(left + step, mask.width); px += 1) {
                if (all[py * mask.width + px] === 1) isInside = true;
              }
            }
            expect(pixels[(y + 1) * (width + 2) + x + 1]! > 0).toBe(isInside);
          }
        }
      }),
    );
  });

  test('has a border one pixel wide, and another one beside it', () => {
    const mask = rleOfPixels(new Uint8Array(25).fill(1), 5, 5);
    const { pixels } = finish(sampleMask(mask, rleBounds(mask)!, 1));
    const rows = Array.from({ length: 7 }, (_, row) => [...pixels.subarray(row * 7, row * 7 + 7)]);
    expect(rows).toEqual([
      [0, 0, 0, 0, 0, 0, 0],
      [0, 2, 2, 2, 2, 2, 0],
      [0, 2, 3, 3, 3, 2, 0],
      [0, 2, 3, 1, 3, 2, 0],
      [0, 2, 3, 3, 3, 2, 0],
      [0, 2, 2, 2, 2, 2, 0],
      [0, 0, 0, 0, 0, 0, 0],
    ]);
  });
});
