import { expect, test } from 'vitest';
import { regionAgreement, sizeBandOf } from './region-agreement.ts';
import { box, region } from './test-regions.ts';

const [CAR, TREE] = ['00000000-0000-4000-8000-0000000000c1', '00000000-0000-4000-8000-0000000000c2'];

test('finding, naming and placing are told apart', () => {
  const { pairs, ...found } = regionAgreement([
    [
      {
        person: 'a',
        regions: [
          region(1, box(0, 0, 10, 10), CAR),
          region(2, box(50, 0, 40, 40), TREE),
          region(3, box(200, 0, 100, 100), CAR),
        ],
      },
      // The first is moved by 2, the second is called otherwise, the third is not there.
      {
        person: 'b',
        regions: [region(4, box(2, 0, 10, 10), CAR), region(5, box(50, 0, 40, 40), CAR)],
      },
    ],
  ]);
  expect(found).toEqual({
    comparisons: 1,
    regions: 5,
    detection: 4 / 5,
    naming: 1 / 2,
    // 8 / 12 of the moved one, and 1.
    placing: (8 / 12 + 1) / 2,
    labels: [
      { labelId: CAR, regions: 4, detection: 2 / 4 },
      { labelId: TREE, regions: 1, detection: 0 },
    ],
    sizes: [
      { size: 'small', regions: 2, detection: 1 },
      { size: 'medium', regions: 2, detection: 0 },
      { size: 'large', regions: 1, detection: 0 },
    ],
  });
  expect(pairs).toEqual([
    {
      first: 'a',
      second: 'b',
      samples: 1,
      regions: 5,
      detection: 4 / 5,
      naming: 1 / 2,
      placing: (8 / 12 + 1) / 2,
    },
  ]);
});

test('every two people are compared on every image, and nothing drawn by both says nothing', () => {
  const one = [region(1, box(0, 0, 10, 10), CAR)];
  const found = regionAgreement([
    [
      { person: 'b', regions: one },
      { person: 'a', regions: one },
      { person: 'c', regions: [] },
    ],
    [
      { person: 'a', regions: [] },
      { person: 'c', regions: [] },
    ],
  ]);
  expect(found).toMatchObject({ comparisons: 4, regions: 4, detection: 2 / 4, naming: 1, placing: 1 });
  expect(
    found.pairs.map(({ first, second, samples, detection }) => [first, second, samples, detection]),
  ).toEqual([
    ['a', 'c', 2, 0],
    ['a', 'b', 1, 1],
    ['b', 'c', 1, 0],
  ]);
  expect(
    regionAgreement([
      [
        { person: 'a', regions: [] },
        { person: 'b', regions: [] },
      ],
    ]),
  ).toMatchObject({
    comparisons: 1,
    detection: null,
    naming: null,
    placing: null,
  });
});

test('sizes are the bands of COCO', () => {
  expect(sizeBandOf(box(0, 0, 31, 33))).toBe('small');
  expect(sizeBandOf(box(0, 0, 32, 32))).toBe('medium');
  expect(sizeBandOf(box(0, 0, 96, 96))).toBe('large');
  expect(sizeBandOf({ kind: 'point', version: 1, x: 1, y: 1 })).toBe('none');
});
