import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourDistances, type GrowRequest, gradientMagnitude, regionGrow, regionPixels } from '../index.ts';
import { greyOf } from '../testing/patterns.ts';

const RUNS = process.env.ASSAY_SOAK === '1' ? 20_000 : 300;

/** Pixel by pixel from a queue: slow, and plainly what is meant. */
function byPixels({
  distances,
  width,
  height,
  seed,
  tolerance,
  connectivity,
  barrier,
}: GrowRequest): Uint8Array {
  const enters = (at: number) =>
    distances[at]! <= tolerance && (barrier === undefined || barrier.steepness[at]! <= barrier.limit);
  const inside = new Uint8Array(width * height);
  const queue = [seed.y * width + seed.x];
  while (queue.length > 0) {
    const at = queue.shift()!;
    if (inside[at] === 1 || !enters(at)) continue;
    inside[at] = 1;
    const [x, y] = [at % width, Math.floor(at / width)];
    for (const [across, down] of [-1, 0, 1].flatMap((one) => [-1, 0, 1].map((two) => [one, two] as const))) {
      if (connectivity === 4 && across !== 0 && down !== 0) continue;
      const [nextX, nextY] = [x + across, y + down];
      if (nextX >= 0 && nextY >= 0 && nextX < width && nextY < height) queue.push(nextY * width + nextX);
    }
  }
  return inside;
}

const requests = fc
  .record({
    width: fc.integer({ min: 1, max: 14 }),
    height: fc.integer({ min: 1, max: 14 }),
    seed: fc.nat(195),
    tolerance: fc.nat(3),
    connectivity: fc.constantFrom(4 as const, 8 as const),
    levels: fc.array(fc.nat(4), { minLength: 196, maxLength: 196 }),
    steep: fc.option(fc.array(fc.nat(4), { minLength: 196, maxLength: 196 }), { nil: null }),
  })
  .map(({ width, height, seed, levels, steep, ...rest }): GrowRequest => {
    const count = width * height;
    return {
      ...rest,
      width,
      height,
      seed: { x: (seed % count) % width, y: Math.floor((seed % count) / width) },
      distances: Uint8Array.from(levels.slice(0, count)),
      ...(steep === null ? {} : { barrier: { steepness: Uint8Array.from(steep.slice(0, count)), limit: 2 } }),
    };
  });

test('the same pixels as going from pixel to pixel', () => {
  fc.assert(
    fc.property(requests, (request) => {
      const { width, height } = request;
      const region = regionGrow(request);
      const expected = byPixels(request);
      expect([...regionPixels(region, width, height)]).toEqual([...expected]);
      expect(region.area).toBe(expected.reduce((sum, inside) => sum + inside, 0));
    }),
    { numRuns: RUNS },
  );
}, 600_000);

test('runs go by row from the left, and none touches the next', () => {
  const distances = Uint8Array.from([0, 9, 0, 0, 0, 0, 0, 9, 0]);
  const { runs } = regionGrow({
    distances,
    width: 3,
    height: 3,
    seed: { x: 0, y: 0 },
    tolerance: 1,
    connectivity: 4,
  });
  expect([...runs]).toEqual([0, 0, 1, 0, 2, 3, 1, 0, 3, 2, 0, 1, 2, 2, 3]);
});

test('a seed that may not be entered has no region', () => {
  const request = { distances: Uint8Array.from([5, 0]), width: 2, height: 1, seed: { x: 0, y: 0 } };
  expect(regionGrow({ ...request, tolerance: 4, connectivity: 4 })).toEqual({
    runs: new Int32Array(0),
    area: 0,
  });
});

test('a barrier keeps a region from leaking through a gentle gap in colour', () => {
  const picture = greyOf(60, 20, (x) => (x < 30 ? 100 : 130));
  const distances = colourDistances({ ...picture, channels: 1 }, 5, 10);
  const request = {
    distances,
    width: 60,
    height: 20,
    seed: { x: 5, y: 10 },
    tolerance: 40,
    connectivity: 4,
  } as const;
  expect(regionGrow(request).area).toBe(60 * 20);
  const barrier = { steepness: gradientMagnitude(picture), limit: 8 };
  expect(regionGrow({ ...request, barrier }).area).toBe(29 * 20);
});

test('distances are of the channel that differs most, from the mean around the point', () => {
  const pixels = Uint8Array.from([10, 20, 30, 255, 10, 20, 30, 0, 60, 20, 31, 255, 10, 220, 30, 255]);
  const picture = { pixels, width: 4, height: 1, channels: 4 as const };
  expect([...colourDistances(picture, 0, 0)]).toEqual([0, 0, 50, 200]);
  expect([
    ...colourDistances({ pixels: Uint8Array.from([10, 20, 33]), width: 3, height: 1, channels: 1 }, 1, 0),
  ]).toEqual([11, 0, 12]);
  expect(() => colourDistances(picture, 4, 0)).toThrow(RangeError);
  expect(() => colourDistances(picture, 0.5, 0)).toThrow(RangeError);
});
