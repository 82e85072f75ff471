import { IMAGE_MAX_BYTES, MOST_IMAGE_UPLOADS } from '@assay/contracts';
import type { TreeFile } from '@assay/ui';
import { expect, test } from 'vitest';
import { planPacks } from './plan-packs.ts';

const MB = 1024 ** 2;
const chosen = (path: string, bytes: number): TreeFile => ({
  path,
  file: { size: bytes, name: path } as unknown as File,
});

test('archives travel as they are, pictures together, and none is lost or doubled', () => {
  const files = [
    chosen('b/2.png', 10),
    chosen('all.zip', 400 * MB),
    ...Array.from({ length: 4500 }, (_, i) => chosen(`a/${String(i).padStart(4, '0')}.jpg`, 1000)),
  ];
  const { packs } = planPacks(files);
  expect(packs.map(({ name, files: inside }) => [name, inside.length])).toEqual([
    ['pictures-1.zip', 2000],
    ['pictures-2.zip', 2000],
    ['pictures-3.zip', 501],
    ['all.zip', 1],
  ]);
  const sent = packs.flatMap((pack) => pack.files.map(({ path }) => path));
  expect(new Set(sent).size).toBe(files.length);
});

test('a pack ends before it becomes large, and one picture of a folder keeps its path', () => {
  const { packs } = planPacks([
    chosen('x/.DS_Store', 6148),
    chosen('x/1.tif', 90 * MB),
    chosen('2.tif', 90 * MB),
  ]);
  expect(packs.map((pack) => [pack.name, pack.files[0]?.path])).toEqual([
    ['2.tif', '2.tif'],
    ['pictures-2.zip', 'x/1.tif'],
  ]);
});

test('a file of nothing is sent too, in an archive, so that it is told of', () => {
  const { packs } = planPacks([chosen('empty.png', 0)]);
  expect(packs.map(({ name, files }) => [name, files.length])).toEqual([['pictures-1.zip', 1]]);
});

test('what is too large or too much is said before anything is sent', () => {
  const large = chosen('large.tif', IMAGE_MAX_BYTES + 1);
  expect(planPacks([large, chosen('ok.png', 5)])).toMatchObject({ tooLarge: [large], tooMany: false });
  const many = Array.from({ length: MOST_IMAGE_UPLOADS + 1 }, (_, i) => chosen(`${i}.zip`, 5));
  expect(planPacks(many).tooMany).toBe(true);
});
