import { expect, test } from 'vitest';
import { type ChosenFile, planPacks } from './plan-packs.ts';

const chosen = (path: string, bytes: number): ChosenFile => ({
  path,
  file: { size: bytes, name: path } as unknown as File,
});

test('archives travel as they are, pictures together, and none is lost or doubled', () => {
  const files = [
    chosen('b/2.png', 10),
    chosen('all.zip', 400 * 1024 ** 2),
    ...Array.from({ length: 4500 }, (_, i) => chosen(`a/${String(i).padStart(4, '0')}.jpg`, 1000)),
  ];
  const packs = planPacks(files);
  expect(packs.map(({ name, files: inside }) => [name, inside.length])).toEqual([
    ['pictures-1.zip', 2000],
    ['pictures-2.zip', 2000],
    ['pictures-3.zip', 501],
    ['all.zip', 1],
  ]);
  const sent = packs.flatMap((pack) => pack.files.map(({ path }) => path));
  expect(new Set(sent).size).toBe(files.length);
});

test('a pack ends before it becomes large, and what a system left or is empty stays behind', () => {
  const packs = planPacks([
    chosen('x/.DS_Store', 6148),
    chosen('x/empty.png', 0),
    chosen('x/1.tif', 90 * 1024 ** 2),
    chosen('x/2.tif', 90 * 1024 ** 2),
  ]);
  expect(packs.map((pack) => pack.name)).toEqual(['x/1.tif', 'x/2.tif']);
});
