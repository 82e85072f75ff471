import { describe, expect, test } from 'vitest';
import { coversScreen, isSharpFor, placeSnapshot, snapshotView } from './snapshot-view.ts';

const screen = { width: 800, height: 400 };
const image = { minX: 0, minY: 0, maxX: 4000, maxY: 3000 };
const camera = { x: 1000, y: 600, zoom: 2 };

describe('a snapshot', () => {
  const view = snapshotView(camera, screen, 2);

  test('shows a quarter of the screen more on each side', () => {
    expect(view.bounds).toEqual({ minX: 900, minY: 550, maxX: 1500, maxY: 850 });
    expect([view.width, view.height]).toEqual([2400, 1200]);
  });

  test('lies where its image points are', () => {
    expect(placeSnapshot(view, camera)).toEqual({ x: -400, y: -200, width: 2400, height: 1200 });
    // The point in the middle of the screen stays when it is zoomed about.
    expect(placeSnapshot(view, { x: 1100, y: 650, zoom: 4 })).toEqual({
      x: -1600,
      y: -800,
      width: 4800,
      height: 2400,
    });
  });

  test('of the same size lies on whole pixels', () => {
    const { x, y } = placeSnapshot(view, { x: 1010.07, y: 600.02, zoom: 2 });
    expect([x, y]).toEqual([-440, -200]);
  });

  test('covers the screen as long as the margin reaches, and what is outside of the image need not be covered', () => {
    expect(coversScreen(view, { ...camera, x: 1100 }, screen, image)).toBe(true);
    expect(coversScreen(view, { ...camera, x: 1101 }, screen, image)).toBe(false);
    expect(coversScreen(view, { ...camera, zoom: 1 }, screen, image)).toBe(false);
    expect(coversScreen(view, { x: -1000, y: -1000, zoom: 2 }, screen, image)).toBe(true);
  });

  test('is sharp for the camera and the screen that it was made for alone', () => {
    expect(isSharpFor(view, camera, screen, 2)).toBe(true);
    expect(isSharpFor(view, { ...camera, x: 1000.5 }, screen, 2)).toBe(false);
    expect(isSharpFor(view, camera, { ...screen, width: 801 }, 2)).toBe(false);
    expect(isSharpFor(view, camera, screen, 1)).toBe(false);
  });
});
