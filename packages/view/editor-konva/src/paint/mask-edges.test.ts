import { padBounds, pixelsOfRle, rleBounds, rleOfPixels } from '@assay/geometry';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edgesOfMask } from './mask-edges.ts';
import { sampleMask } from './mask-pixels.ts';

function finish<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

test('edges lie between each pixel of a mask and each one beside it that is none, once', () => {
  const masks = fc.uint8Array({ minLength: 80, maxLength: 80, max: 1 });
  fc.assert(
    fc.property(masks, (values) => {
      const [width, height] = [10, 8];
      const mask = rleOfPixels(values, width, height);
      const bounds = rleBounds(mask);
      fc.pre(bounds !== undefined);
      const around = padBounds(bounds!, 1);
      const edges = finish(edgesOfMask(finish(sampleMask(mask, around, 1))));
      const found: string[] = [];
      for (let at = 0; at < edges.length; at += 4) {
        const [x1, y1, x2, y2] = edges.subarray(at, at + 4);
        const [right, down] = [Math.sign(x2! - x1!), Math.sign(y2! - y1!)];
        for (let [x, y] = [x1!, y1!]; x !== x2 || y !== y2; x += right, y += down) {
          found.push(`${x + around.minX} ${y + around.minY} ${right === 1 ? 'right' : 'down'}`);
        }
      }
      const pixels = pixelsOfRle(mask);
      const isInside = (x: number, y: number) =>
        x >= 0 && y >= 0 && x < width && y < height && pixels[y * width + x] === 1;
      const expected: string[] = [];
      for (let y = 0; y <= height; y += 1) {
        for (let x = 0; x <= width; x += 1) {
          if (isInside(x, y) !== isInside(x, y - 1)) expected.push(`${x} ${y} right`);
          if (isInside(x, y) !== isInside(x - 1, y)) expected.push(`${x} ${y} down`);
        }
      }
      expect(found.sort()).toEqual(expected.sort());
    }),
  );
});
