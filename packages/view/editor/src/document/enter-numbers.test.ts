import { rleOfPixels } from '@assay/geometry';
import { expect, it } from 'vitest';
import { maskOfRle } from '../index.ts';
import { box, drive, IMAGE, polygon, region } from '../testing/driver.ts';
import { setRegionView } from './document.ts';
import { enterNumbers, numbersOfRegion } from './enter-numbers.ts';

it('a box takes each of its numbers, all in one step of the history', () => {
  const { editor, ...driver } = drive(region('a', box(10, 20, 30, 40)));
  expect(numbersOfRegion(editor, 'a')).toEqual([
    { name: 'x', value: 10 },
    { name: 'y', value: 20 },
    { name: 'width', value: 30 },
    { name: 'height', value: 40 },
  ]);
  expect(enterNumbers(editor, 'a', { x: 11.5, width: 5 })).toBeUndefined();
  expect(driver.geometry('a')).toEqual(box(11.5, 20, 5, 40));
  editor.run('undo');
  expect(driver.geometry('a')).toEqual(box(10, 20, 30, 40));
});

it('an angle is typed in degrees, and other shapes begin where it is said', () => {
  const turned = {
    kind: 'rotated-box',
    version: 1,
    cx: 100,
    cy: 100,
    width: 40,
    height: 20,
    rotation: 0,
  } as const;
  const driver = drive(region('r', turned), region('p', polygon([10, 10], [50, 10], [50, 40])));
  expect(enterNumbers(driver.editor, 'r', { angle: 90 })).toBeUndefined();
  expect(driver.geometry('r')).toEqual({ ...turned, rotation: Math.PI / 2 });
  expect(enterNumbers(driver.editor, 'p', { x: 20, y: 0 })).toBeUndefined();
  expect(driver.geometry('p')).toEqual(polygon([20, 0], [60, 0], [60, 30]));
});

it('what cannot be is refused as a whole, with the reason', () => {
  const driver = drive(region('a', box(10, 20, 30, 40)));
  const enter = (values: Parameters<typeof enterNumbers>[2]) => enterNumbers(driver.editor, 'a', values);
  expect(enter({ x: 5, width: -1 })).toBe('too-small');
  expect(enter({ x: 5, y: Number.NaN })).toBe('not-finite');
  expect(enter({ angle: 5 })).toBe('unknown-number');
  expect(enter({ x: 371 })).toBe('outside');
  expect(enterNumbers(driver.editor, 'nobody', { x: 1 })).toBe('gone');
  setRegionView(driver.editor.store, ['a'], { locked: true });
  expect(enter({ x: 5 })).toBe('locked');
  expect(driver.geometry('a')).toEqual(box(10, 20, 30, 40));
  expect(driver.editor.history.canUndo.value).toBe(false);
});

it('moves no pixel of a mask out of the image, where it would be lost', () => {
  const pixels = new Uint8Array(IMAGE.width * IMAGE.height);
  for (let x = 380; x < 400; x += 1) pixels[10 * IMAGE.width + x] = 1;
  const mask = maskOfRle(rleOfPixels(pixels, IMAGE.width, IMAGE.height));
  const driver = drive(region('m', mask));
  expect(enterNumbers(driver.editor, 'm', { x: 381 })).toBe('outside');
  expect(driver.geometry('m')).toEqual(mask);
  expect(enterNumbers(driver.editor, 'm', { x: 100, y: 20 })).toBeUndefined();
  expect(enterNumbers(driver.editor, 'm', { x: 380, y: 10 })).toBeUndefined();
  expect(driver.geometry('m')).toEqual(mask);
});
