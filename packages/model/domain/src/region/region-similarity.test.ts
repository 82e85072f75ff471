import type { Geometry, JointVisibility, MaskGeometry } from '@assay/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { POINT_SIGMA, regionSimilarity } from './region-similarity.ts';
import { box, polygon } from './test-regions.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK === '1' ? 20_000 : 200 };

type Place = readonly [x: number, y: number];
type Joint = readonly [x: number, y: number, visibility?: JointVisibility];

const skeleton = (...joints: readonly Joint[]): Geometry => ({
  kind: 'skeleton',
  version: 1,
  joints: joints.map(([x, y, visibility = 'visible'], at) => ({ name: `joint ${at}`, x, y, visibility })),
});
const point = (x: number, y: number): Geometry => ({ kind: 'point', version: 1, x, y });
const line = (...points: readonly Place[]): Geometry => ({
  kind: 'polyline',
  version: 1,
  points: points.map(([x, y]) => ({ x, y })),
});
const imageClass: Geometry = { kind: 'image-class', version: 1 };

/**
 * Object keypoint similarity as `COCOeval.computeOks` of pycocotools 2.0.11 gives it, with every joint labelled, each
 * sigma the mean of COCO's 17 (1.138 / 17), and for the area that of the upright rectangle around the joints of both, no side under a pixel.
 */
const OKS: readonly { a: readonly Place[]; b: readonly Place[]; oks: number }[] = [
  {
    a: [
      [100, 50],
      [80, 120],
      [120, 120],
      [90, 260],
      [110, 260],
    ],
    b: [
      [103, 54],
      [78, 121],
      [120, 118],
      [95, 250],
      [112, 266],
    ],
    oks: 0.8927380098158351,
  },
  {
    a: [
      [10, 10],
      [20, 40],
    ],
    b: [
      [12, 11],
      [20, 46],
    ],
    oks: 0.3701268692562578,
  },
  {
    a: [
      [0, 0],
      [300, 200],
      [150, 90],
    ],
    b: [
      [40, -10],
      [280, 230],
      [160, 100],
    ],
    oks: 0.6824395896826582,
  },
  // One joint has no area: a pixel stands for it.
  { a: [[5, 5]], b: [[5.1, 5]], oks: 0.7565792055866829 },
];

test('of skeletons is what COCO calls object keypoint similarity', () => {
  for (const { a, b, oks } of OKS) {
    expect(regionSimilarity(skeleton(...a), skeleton(...b))).toBeCloseTo(oks, 12);
    expect(regionSimilarity(skeleton(...b), skeleton(...a))).toBeCloseTo(oks, 12);
  }
});

test('of skeletons does not change when both are moved or enlarged', () => {
  const { a, b, oks } = OKS[0] ?? expect.fail('There is no value.');
  const changed = (places: readonly Place[]) =>
    skeleton(...places.map(([x, y]): Joint => [7 * x + 1000, 7 * y - 300]));
  expect(regionSimilarity(changed(a), changed(b))).toBeCloseTo(oks, 12);
});

test('of skeletons counts a joint that only one has as wholly off, and none that neither has', () => {
  const whole = skeleton([0, 0], [40, 0], [0, 80], [40, 80]);
  const without = (visibility: JointVisibility) => skeleton([0, 0], [40, 0], [0, 80], [40, 80, visibility]);
  expect(regionSimilarity(whole, without('absent'))).toBeCloseTo(3 / 4, 12);
  expect(regionSimilarity(without('absent'), whole)).toBeCloseTo(3 / 4, 12);
  // One that is hidden has a place as much as one that is seen.
  expect(regionSimilarity(whole, without('occluded'))).toBe(1);
  // The place of one that is absent means nothing: not even for the area.
  expect(regionSimilarity(without('absent'), skeleton([0, 0], [40, 0], [0, 80], [9e6, 9e6, 'absent']))).toBe(
    1,
  );
  const nowhere = skeleton([0, 0, 'absent']);
  expect(regionSimilarity(nowhere, nowhere)).toBeUndefined();
  expect(regionSimilarity(nowhere, whole)).toBe(0);
});

test('of points falls with their distance as a bell does', () => {
  expect(regionSimilarity(point(3, 4), point(3, 4))).toBe(1);
  // One sigma: exp(-1/2). Five pixels: exp(-25/200).
  expect(regionSimilarity(point(0, 0), point(POINT_SIGMA, 0))).toBeCloseTo(0.6065306597126334, 12);
  expect(regionSimilarity(point(0, 0), point(3, 4))).toBeCloseTo(0.8824969025845955, 12);
});

test('of lines falls with the mean distance of the corners of each from the other', () => {
  const straight = line([0, 0], [100, 0]);
  expect(regionSimilarity(straight, line([0, 10], [100, 10]))).toBeCloseTo(0.6065306597126334, 12);
  // However many corners lie on it and in whichever direction it was drawn, a line is the same.
  expect(regionSimilarity(straight, line([100, 0], [70, 0], [30, 0], [0, 0]))).toBe(1);
  // By hand: corners of the first are 0 and 2000 / sqrt(100^2 + 20^2) = 19.6116 off, of the second 0 and 20;
  // the mean of the means is 9.90290, exp(-9.90290^2 / 200).
  expect(regionSimilarity(straight, line([0, 0], [100, 20]))).toBeCloseTo(0.6124196819848525, 12);
  // Beyond its end the distance is that from the end: sqrt(6^2 + 8^2) = 10 for both corners and back.
  expect(regionSimilarity(line([0, 0], [0, 0]), line([6, 8], [6, 8]))).toBeCloseTo(0.6065306597126334, 12);
});

/** Made and compared by pycocotools 2.0.11 (`mask.iou` gives .53872054): 1385 and 1357 pixels of 64 by 64, 960 common. */
const MASKS = {
  a: 'U:4l19G9G9G5K0010O0001O0000001O00001O0000010O00001O00001O0000001O00010O00L4G9H8H8GQV1',
  b: 'kn04g17H8H8I7K5O1N2O1N2N2O1N2O1N2OO0O2N1N2O2N1N3N1O2M2O2N1N3N1O1N3N1O2M2O2N1N3N1O1N3N1O2M2O2N]7',
  iou: 960 / (1385 + 1357 - 960),
} as const;

test('of what has an inside is intersection over union', () => {
  // Boxes as `mask.iou` of pycocotools 2.0.11 compares them.
  const square = box(10, 10, 20, 20);
  expect(regionSimilarity(square, box(20, 10, 20, 20))).toBeCloseTo(0.3333333333, 9);
  expect(regionSimilarity(square, box(15, 18, 30, 7.5))).toBeCloseTo(0.2195121951, 9);
  expect(regionSimilarity(square, box(40, 40, 5, 5))).toBe(0);
  const mask = (counts: string): MaskGeometry => ({
    kind: 'mask',
    version: 1,
    width: 64,
    height: 64,
    counts,
  });
  expect(regionSimilarity(mask(MASKS.a), mask(MASKS.b))).toBeCloseTo(MASKS.iou, 12);
  // A triangle is half of its rectangle; an ellipse pi / 4 of its own, by its 64 corners a little less.
  expect(regionSimilarity(polygon([0, 0], [40, 0], [0, 20]), box(0, 0, 40, 20))).toBeCloseTo(0.5, 12);
  const ellipse: Geometry = { kind: 'ellipse', version: 1, cx: 20, cy: 10, rx: 20, ry: 10, rotation: 0 };
  expect(regionSimilarity(ellipse, box(0, 0, 40, 20))).toBeCloseTo(
    ((64 / 2) * Math.sin((2 * Math.PI) / 64)) / 4,
    12,
  );
});

test('of classes of the whole image is 1; what is of two natures is not compared', () => {
  expect(regionSimilarity(imageClass, imageClass)).toBe(1);
  const natures: Geometry[] = [
    box(0, 0, 9, 9),
    point(1, 1),
    line([0, 0], [9, 9]),
    skeleton([0, 0], [9, 9]),
    imageClass,
  ];
  for (const [at, a] of natures.entries()) {
    for (const [other, b] of natures.entries()) {
      if (at !== other) expect(regionSimilarity(a, b)).toBeUndefined();
    }
  }
});

const place = fc.integer({ min: -200, max: 200 });
const size = fc.integer({ min: 1, max: 200 });
const places = (least: number) => fc.array(fc.tuple(place, place), { minLength: least, maxLength: 6 });
const anyOf: Record<string, fc.Arbitrary<Geometry>> = {
  box: fc.tuple(place, place, size, size).map((numbers) => box(...numbers)),
  point: fc.tuple(place, place).map(([x, y]) => point(x, y)),
  line: places(2).map((list) => line(...list)),
  skeleton: fc
    .array(fc.tuple(place, place, fc.constantFrom('visible', 'occluded', 'absent')), {
      minLength: 1,
      maxLength: 6,
    })
    .map((joints) => skeleton([0, 0], ...joints)),
};

test('is the same from both sides, from 0 to 1, and 1 with itself', () => {
  for (const geometry of Object.values(anyOf)) {
    fc.assert(
      fc.property(geometry, geometry, (a, b) => {
        const similarity = regionSimilarity(a, b) ?? expect.fail('They can be compared.');
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(regionSimilarity(b, a)).toBeCloseTo(similarity, 12);
        expect(regionSimilarity(a, a)).toBeCloseTo(1, 12);
      }),
      RUNS,
    );
  }
});
