import type { Geometry } from '@assay/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { geometryIou, rleOf } from './geometry-iou.ts';
import { box, maskOfRle, polygon } from './test-regions.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK ? 5000 : 100 };
const SIZE = { width: 200, height: 200 };
const maskOf = (geometry: Geometry) => maskOfRle(rleOf(geometry, SIZE)!);

it('of the same square is 1, however it is drawn', () => {
  const square = box(10, 10, 20, 20);
  const drawn: Geometry[] = [
    square,
    { kind: 'rotated-box', version: 1, cx: 20, cy: 20, width: 20, height: 20, rotation: Math.PI / 2 },
    polygon([10, 10], [30, 10], [30, 30], [10, 30]),
    maskOf(square),
  ];
  for (const a of drawn) for (const b of drawn) expect(geometryIou(a, b)).toBeCloseTo(1, 12);
  expect(geometryIou(square, box(20, 10, 20, 20))).toBeCloseTo(1 / 3, 12);
  expect(geometryIou(maskOf(square), box(20, 10, 20, 20))).toBe(1 / 3);
});

it('is undefined for what has no inside, and for masks of different sizes', () => {
  const square = box(10, 10, 20, 20);
  const others: Geometry[] = [
    { kind: 'point', version: 1, x: 15, y: 15 },
    { kind: 'image-class', version: 1 },
    {
      kind: 'polyline',
      version: 1,
      points: [
        { x: 0, y: 0 },
        { x: 9, y: 9 },
      ],
    },
  ];
  for (const other of others) {
    expect(geometryIou(square, other)).toBeUndefined();
    expect(geometryIou(other, maskOf(square))).toBeUndefined();
  }
  const small = maskOfRle(rleOf(square, { width: 50, height: 50 })!);
  expect(geometryIou(maskOf(square), small)).toBeUndefined();
});

it('by pixels is near what it is by borders, for shapes much larger than a pixel', () => {
  const place = fc.integer({ min: 640, max: 800 }).map((value) => value / 8);
  const length = fc.integer({ min: 320, max: 640 }).map((value) => value / 8);
  const rotation = fc.integer({ min: -31, max: 31 }).map((value) => value / 10);
  const version = fc.constant(1 as const);
  const large: fc.Arbitrary<Geometry> = fc.oneof(
    fc.tuple(place, place, length, length).map(([x, y, width, height]) => box(x / 2, y / 2, width, height)),
    fc.record({
      kind: fc.constant('rotated-box' as const),
      version,
      cx: place,
      cy: place,
      width: length,
      height: length,
      rotation,
    }),
    fc.record({
      kind: fc.constant('ellipse' as const),
      version,
      cx: place,
      cy: place,
      rx: length.map((value) => value / 2),
      ry: length.map((value) => value / 2),
      rotation,
    }),
  );
  fc.assert(
    fc.property(large, large, (a, b) => {
      expect(Math.abs(geometryIou(a, b)! - geometryIou(maskOf(a), b)!)).toBeLessThan(0.05);
      expect(geometryIou(a, b)).toBeCloseTo(geometryIou(b, a)!, 9);
    }),
    RUNS,
  );
});
