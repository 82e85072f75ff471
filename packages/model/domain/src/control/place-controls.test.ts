import { createStream } from '@assay/random';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeControls } from './place-controls.ts';

it('gives each stretch of the batch one place, in order, and none twice', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 0, max: 100 }),
      fc.string(),
      (n, k, seed) => {
        const places = placeControls(n, k, createStream(seed, 'controls'));
        expect(places).toHaveLength(k);
        const items = n + k;
        for (const [i, place] of places.entries()) {
          expect(place).toBeGreaterThanOrEqual(Math.floor((i * items) / k));
          expect(place).toBeLessThan(Math.floor(((i + 1) * items) / k));
        }
      },
    ),
  );
});

it('is the same for the same seed, and not for another', () => {
  const places = (seed: string) => placeControls(1_000, 50, createStream(seed, 'controls'));
  expect(places('a')).toEqual(places('a'));
  expect(places('a')).not.toEqual(places('b'));
});
