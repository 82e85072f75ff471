import { expect, test } from 'vitest';
import { drawnObject, OBJECTS } from '../testing/objects.ts';
import { insideOf, overlap, selectByLiveWire, selectByWand } from '../testing/select-object.ts';

const objects = Array.from({ length: OBJECTS }, (_, number) => drawnObject(number));
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

test('twelve inexact clicks with the live-wire select each of 20 objects', () => {
  const overlaps = objects.map((object, number) => overlap(selectByLiveWire(object, number), object.inside));
  expect(mean(overlaps)).toBeGreaterThan(0.92);
  expect(Math.min(...overlaps)).toBeGreaterThan(0.85);
});

test('at most twelve clicks with the wand select each of 20 objects', () => {
  const overlaps = objects.map((object) => overlap(selectByWand(object), object.inside));
  expect(mean(overlaps)).toBeGreaterThan(0.92);
  expect(Math.min(...overlaps)).toBeGreaterThan(0.85);
});

test('the figure is one of overlap: half an object is half', () => {
  const object = drawnObject(0);
  const half = object.inside.map((value, at) => (at < object.inside.length / 2 ? value : 0));
  expect(overlap(half, object.inside)).toBeLessThan(0.6);
  expect(overlap(object.inside, object.inside)).toBe(1);
  expect(
    [...insideOf([1, 1, 2, 1, 3, 1, 3, 2, 3, 3, 2, 3, 1, 3, 1, 2], 5, 5)].filter((value) => value === 1)
      .length,
  ).toBe(9);
});
