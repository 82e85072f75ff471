import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  drawOrder,
  levelFor,
  levelsOf,
  TILE_SIZE,
  tileBounds,
  tileKey,
  tilesInView,
  tilesNeeded,
} from './tile-plan.ts';

const size = { width: 4000, height: 3000 };
const pyramid = { size, levels: levelsOf(size), tileSize: TILE_SIZE };
const screen = { width: 1280, height: 720 };
const everything = () => true;

describe('levels', () => {
  test('go on until the picture is one tile', () => {
    expect(levelsOf({ width: 512, height: 10 })).toBe(1);
    expect(levelsOf({ width: 513, height: 10 })).toBe(2);
    expect(levelsOf(size)).toBe(4);
    expect(levelsOf({ width: 1, height: 30_000 })).toBe(7);
  });

  test('are as coarse as the screen has pixels for, and never coarser', () => {
    expect(levelFor(pyramid, 1)).toBe(0);
    expect(levelFor(pyramid, 8)).toBe(0);
    expect(levelFor(pyramid, 0.51)).toBe(0);
    expect(levelFor(pyramid, 0.5)).toBe(1);
    expect(levelFor(pyramid, 0.24)).toBe(2);
    expect(levelFor(pyramid, 0.001)).toBe(3);
  });
});

describe('tiles in view', () => {
  test('at the borders of the image are cut, and none lies outside', () => {
    expect(tileBounds(pyramid, { level: 0, column: 7, row: 5 })).toEqual({
      minX: 3584,
      minY: 2560,
      maxX: 4000,
      maxY: 3000,
    });
    expect(tilesInView(pyramid, 0, { x: 5000, y: 0, zoom: 1 }, screen)).toEqual([]);
    expect(tilesInView(pyramid, 0, { x: -2000, y: 0, zoom: 1 }, screen)).toEqual([]);
  });

  test('of a level that was rounded up lie on its own pixels', () => {
    // 5000 x 3001 pixels, of which level 2 has 1250 x 751.
    const odd = { size: { width: 5000, height: 3001 }, levels: 5, tileSize: 512 };
    const last = tileBounds(odd, { level: 2, column: 2, row: 1 });
    expect(last.minY).toBeCloseTo((512 * 3001) / 751, 9);
    expect(last).toMatchObject({ minX: 4096, maxX: 5000, maxY: 3001 });
    const thin = { size: { width: 1, height: 30_000 }, levels: 7, tileSize: 512 };
    const all = tilesInView(thin, 6, { x: -10, y: -10, zoom: 0.01 }, screen);
    expect(all).toEqual([{ level: 6, column: 0, row: 0 }]);
  });

  test('are preceded by the coarsest one of all', () => {
    const needed = tilesNeeded(pyramid, { camera: { x: 0, y: 0, zoom: 0.5 }, screen, ratio: 1 });
    expect(needed[0]).toEqual({ level: 3, column: 0, row: 0 });
    expect(needed.slice(1).every(({ level }) => level === 1)).toBe(true);
    const far = tilesNeeded(pyramid, { camera: { x: 0, y: 0, zoom: 0.1 }, screen, ratio: 1 });
    expect(far).toEqual([{ level: 3, column: 0, row: 0 }]);
  });

  test('come from the middle of the screen outwards', () => {
    const [first] = tilesInView(pyramid, 0, { x: 1024 - 640, y: 1100, zoom: 1 }, screen);
    expect(first).toEqual({ level: 0, column: 1, row: 2 });
  });

  test('cover all of the image that is seen', () => {
    const cameras = fc.record({
      x: fc.double({ min: -3000, max: 5000, noNaN: true }),
      y: fc.double({ min: -3000, max: 5000, noNaN: true }),
      zoom: fc.double({ min: 0.05, max: 20, noNaN: true }),
    });
    fc.assert(
      fc.property(cameras, fc.nat(3), fc.double({ max: 1, min: 0, noNaN: true }), (camera, level, share) => {
        const [x, y] = [
          camera.x + (share * screen.width) / camera.zoom,
          camera.y + ((1 - share) * screen.height) / camera.zoom,
        ];
        fc.pre(x > 0 && y > 0 && x < size.width && y < size.height);
        const isCovered = tilesInView(pyramid, level, camera, screen).some((place) => {
          const { minX, minY, maxX, maxY } = tileBounds(pyramid, place);
          return x >= minX && x <= maxX && y >= minY && y <= maxY;
        });
        expect(isCovered).toBe(true);
      }),
    );
  });
});

describe('what is drawn', () => {
  const shown = { camera: { x: 0, y: 0, zoom: 0.5 }, screen, ratio: 1 };

  test('is the level that is wanted, where all of it is there', () => {
    const drawn = drawOrder(pyramid, shown, everything);
    expect(drawn.every(({ level }) => level === 1)).toBe(true);
    expect(drawn).toHaveLength(6);
  });

  test('is below tiles that are there the nearest coarser ones of those that are not', () => {
    const missing = new Set(['1/0/0', '2/0/0']);
    const drawn = drawOrder(pyramid, shown, (place) => !missing.has(tileKey(place)));
    expect(drawn[0]).toEqual({ level: 3, column: 0, row: 0 });
    expect(drawn.slice(1).every(({ level }) => level === 1)).toBe(true);
    expect(drawn).toHaveLength(6);
  });

  test('is nothing where nothing is there', () => {
    expect(drawOrder(pyramid, shown, () => false)).toEqual([]);
  });
});
