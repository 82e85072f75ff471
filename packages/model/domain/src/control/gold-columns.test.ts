import { expect, test } from 'vitest';
import { canStandAmong, cellsUnder } from './gold-columns.ts';

type Column = Parameters<typeof canStandAmong>[0][number];
const column = (
  name: string,
  physical: Column['physical'],
  holds?: NonNullable<Column['holds']>,
): Column => ({ name, physical, ...(holds === undefined ? {} : { holds }) });
const [image, frames] = [column('image', 'VARCHAR', 'image'), column('frames', 'BIGINT', 'frames')];
const [width, prompt] = [column('width', 'BIGINT'), column('prompt', 'VARCHAR')];

test('rows stand among rows with the same columns alone', () => {
  expect(canStandAmong([width, prompt], [width, prompt])).toBe(true);
  expect(canStandAmong([width, prompt], [width])).toBe(false);
  expect(canStandAmong([width], [column('width', 'DOUBLE')])).toBe(false);
  expect(canStandAmong([width], [image, width])).toBe(false);
});

test('pictures stand among pictures, and sequences among sequences, whatever else is known of them', () => {
  expect(canStandAmong([image, width], [image, width, prompt])).toBe(true);
  expect(canStandAmong([image, width, frames], [image, frames, prompt])).toBe(true);
  expect(canStandAmong([image, width], [image, width, frames])).toBe(false);
});

test('cells go by the names of their columns', () => {
  expect(cellsUnder(['i', 640, 'a car'], [image, width, prompt], [image, prompt])).toEqual(['i', 'a car']);
  expect(cellsUnder(['i', 0], [image, width], [prompt, width, image])).toEqual([null, 0, 'i']);
});
