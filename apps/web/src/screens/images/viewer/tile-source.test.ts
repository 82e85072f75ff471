import { expect, test } from 'vitest';
import { levelAt, type Pyramid, tilesOf } from './tile-source.ts';

const size = { width: 5000, height: 3001 };
const pyramid: Pyramid = {
  tileSize: 512,
  levels: [
    { width: 5000, height: 3001, columns: 10, rows: 6 },
    { width: 2500, height: 1501, columns: 5, rows: 3 },
    { width: 1250, height: 751, columns: 3, rows: 2 },
  ],
};

test('a level is never coarser than the screen, and there is no finer or coarser one than there is', () => {
  expect([4, 1, 0.9, 0.5, 0.49, 0.25, 0.01].map((zoom) => levelAt(pyramid, zoom))).toEqual([
    0, 0, 0, 1, 1, 2, 2,
  ]);
});

test('the tiles of a part cover it, touch it, and come from its middle', () => {
  const part = { minX: 1000, minY: 500, maxX: 2200, maxY: 1100 };
  const tiles = tilesOf(pyramid, size, 0, part);
  expect(tiles.map(({ column, row }) => `${column} ${row}`).sort()).toEqual(
    [1, 2, 3, 4].flatMap((column) => [0, 1, 2].map((row) => `${column} ${row}`)),
  );
  expect(`${tiles[0]?.column} ${tiles[0]?.row}`).toBe('3 1');
  for (const { at } of tiles) {
    expect(at.minX < part.maxX && at.maxX > part.minX && at.minY < part.maxY && at.maxY > part.minY).toBe(
      true,
    );
  }
});

test('what lies beyond the picture has no tiles, and the last of them end with it', () => {
  expect(tilesOf(pyramid, size, 0, { minX: 6000, minY: 0, maxX: 7000, maxY: 10 })).toEqual([]);
  const all = tilesOf(pyramid, size, 1, { minX: -50, minY: -50, maxX: 9999, maxY: 9999 });
  expect(all).toHaveLength(15);
  expect(Math.max(...all.map(({ at }) => at.maxX))).toBe(5000);
  expect(Math.max(...all.map(({ at }) => at.maxY))).toBe(3001);
});
