import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawSubset } from './draw-subset.ts';
import { createStream } from './stream.ts';

it('draws distinct indices in ascending order, the smaller draw within the larger', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(3000), fc.nat(3000), (seed, population, size) => {
      const stream = createStream(seed, 'subset');
      const drawn = drawSubset(stream, population, size);
      expect(drawn.length).toBe(Math.min(size, population));
      expect([...drawn]).toEqual([...new Set(drawn)].sort((a, b) => a - b));
      expect(drawn.every((index) => index >= 0 && index < population)).toBe(true);
      const larger = new Set(drawSubset(stream, population, size + 1));
      expect(drawn.every((index) => larger.has(index))).toBe(true);
    }),
  );
});
