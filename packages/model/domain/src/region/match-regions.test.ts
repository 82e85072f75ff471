import type { Geometry, RegionValue } from '@assay/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testId } from '../label/test-schema.ts';
import { rleOf } from './geometry-iou.ts';
import { matchRegions, SAME_REGION, saySameRegions } from './match-regions.ts';
import { regionSimilarity } from './region-similarity.ts';
import { box, maskOfRle, polygon, region } from './test-regions.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK === '1' ? 20_000 : 200 };
const [CAR, ROAD] = [testId(11), testId(12)] as const;
const imageClass = { kind: 'image-class', version: 1 } as const;
const at = (n: number, x: number, labelId: string | null = CAR) => region(n, box(x, 0, 30, 10), labelId);

test('two are one thing from half of their union on', () => {
  // 20 of 40 are common: exactly the threshold. With 19.9 of 40.1 they are two things.
  expect(matchRegions([at(1, 0)], [at(2, 10)])).toEqual({
    pairs: [{ left: 0, right: 0, similarity: SAME_REGION }],
    onlyLeft: [],
    onlyRight: [],
  });
  expect(matchRegions([at(1, 0)], [at(2, 10.1)])).toEqual({ pairs: [], onlyLeft: [0], onlyRight: [0] });
  expect(matchRegions([at(1, 0)], [at(2, 10.1)], 0.4).pairs).toHaveLength(1);
});

test('the most alike come first, and each is in one pair', () => {
  // Both on the left are over the threshold with the first on the right; the second of them is nearer.
  const { pairs, onlyLeft, onlyRight } = matchRegions([at(1, 0), at(2, 4)], [at(3, 5), at(4, 500)]);
  expect(pairs).toEqual([{ left: 1, right: 0, similarity: 29 / 31 }]);
  expect([onlyLeft, onlyRight]).toEqual([[0], [1]]);
});

test('between equals the same label decides, then the order', () => {
  const left = [at(1, 0, ROAD), at(2, 0, CAR)];
  expect(matchRegions(left, [at(3, 0, CAR)]).pairs).toMatchObject([{ left: 1, right: 0 }]);
  expect(matchRegions(left, [at(3, 0, ROAD)]).pairs).toMatchObject([{ left: 0, right: 0 }]);
  expect(matchRegions(left, [at(3, 0, null)]).pairs).toMatchObject([{ left: 0, right: 0 }]);
});

test('a label of the whole image is matched with the same label alone', () => {
  const [day, night] = [region(1, imageClass, CAR), region(2, imageClass, ROAD)];
  expect(matchRegions([day, night], [night, day]).pairs.map(({ left, right }) => [left, right])).toEqual([
    [0, 1],
    [1, 0],
  ]);
  expect(matchRegions([day], [night])).toEqual({ pairs: [], onlyLeft: [0], onlyRight: [0] });
});

test('people say the same when they found the same things and call them the same', () => {
  expect(saySameRegions([], [])).toBe(true);
  expect(saySameRegions([at(1, 0), at(2, 100)], [at(3, 101), at(4, 1)])).toBe(true);
  expect(saySameRegions([at(1, 0)], [])).toBe(false);
  expect(saySameRegions([], [at(1, 0)])).toBe(false);
  // One too many, and one in another place.
  expect(saySameRegions([at(1, 0)], [at(2, 0), at(3, 0)])).toBe(false);
  expect(saySameRegions([at(1, 0)], [at(2, 20)])).toBe(false);
  expect(saySameRegions([at(1, 0)], [at(2, 0, ROAD)])).toBe(false);
  expect(saySameRegions([at(1, 0)], [at(2, 0, null)])).toBe(false);
  expect(saySameRegions([at(1, 0, null)], [at(2, 0, null)])).toBe(true);
});

const drawn = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 40 }),
      y: fc.integer({ min: 0, max: 40 }),
      width: fc.integer({ min: 5, max: 20 }),
      height: fc.integer({ min: 5, max: 20 }),
      label: fc.constantFrom(CAR, ROAD, null),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map(({ x, y, width, height, label }, n): RegionValue => region(n, box(x, y, width, height), label)),
  );

test('every region is in one pair or alone, and no two that are left could have been a pair', () => {
  fc.assert(
    fc.property(drawn, drawn, (left, right) => {
      const { pairs, onlyLeft, onlyRight } = matchRegions(left, right);
      const places = (list: readonly unknown[]) => [...list.keys()];
      expect([...pairs.map((pair) => pair.left), ...onlyLeft].sort((a, b) => a - b)).toEqual(places(left));
      expect([...pairs.map((pair) => pair.right), ...onlyRight].sort((a, b) => a - b)).toEqual(places(right));
      const similarities = pairs.map(({ similarity }) => similarity);
      expect(similarities).toEqual([...similarities].sort((a, b) => b - a));
      for (const similarity of similarities) expect(similarity).toBeGreaterThanOrEqual(SAME_REGION);
      const rest = matchRegions(
        onlyLeft.flatMap((n) => left[n] ?? []),
        onlyRight.flatMap((n) => right[n] ?? []),
      );
      expect(rest.pairs).toEqual([]);
      expect(saySameRegions(left, [...left].reverse())).toBe(true);
    }),
    RUNS,
  );
});

const place = fc.integer({ min: 0, max: 56 }).map((value) => value + 0.25);
const size = fc.integer({ min: 2, max: 24 }).map((value) => value / 2);
const version = 1 as const;
const drawnAnyHow = fc.oneof(
  fc.tuple(place, place, size, size).map((numbers): Geometry => box(...numbers)),
  fc
    .tuple(place, place, size, size)
    .map(([cx, cy, rx, ry]): Geometry => ({ kind: 'ellipse', version, cx, cy, rx, ry, rotation: 0.7 })),
  fc.tuple(place, place, size, size).map(
    ([cx, cy, width, height]): Geometry => ({
      kind: 'rotated-box',
      version,
      cx,
      cy,
      width,
      height,
      rotation: 0.4,
    }),
  ),
  fc
    .tuple(place, place, size, size)
    .map(([x, y, width, height]): Geometry => polygon([x, y], [x + width, y], [x, y + height])),
  fc
    .tuple(place, place, size, size)
    .map((numbers): Geometry => maskOfRle(rleOf(box(...numbers), { width: 64, height: 64 })!)),
  fc.tuple(place, place).map(([x, y]): Geometry => ({ kind: 'point', version, x, y })),
);

test('what lies apart is passed over only where it has nothing in common, however it is drawn', () => {
  const list = fc
    .array(drawnAnyHow, { maxLength: 6 })
    .map((geometries) => geometries.map((geometry, n) => region(n, geometry)));
  fc.assert(
    fc.property(list, list, (left, right) => {
      for (const threshold of [1e-9, SAME_REGION]) {
        const { onlyLeft, onlyRight } = matchRegions(left, right, threshold);
        for (const l of onlyLeft) {
          for (const r of onlyRight) {
            const [one, other] = [left[l], right[r]];
            if (one === undefined || other === undefined) throw new Error('There is no such region.');
            expect(regionSimilarity(one.geometry, other.geometry) ?? 0).toBeLessThan(threshold);
          }
        }
      }
    }),
    RUNS,
  );
});
