import { boundsContain, padBounds } from '@assay/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Camera,
  fitCamera,
  imageToScreen,
  panCamera,
  pinchCamera,
  screenToImage,
  visibleBounds,
  ZOOM_LIMITS,
  zoomCamera,
} from './camera.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK ? 20_000 : 200 };
const place = fc.integer({ min: -2000, max: 2000 });
const point = fc.record({ x: place, y: place });
const zoom = fc.integer({ min: -7, max: 5 }).map((power) => 2 ** power * 1.1);
const camera: fc.Arbitrary<Camera> = fc.record({ x: place, y: place, zoom });
const SCREEN = { width: 1280, height: 720 };

function expectSame(a: { x: number; y: number }, b: { x: number; y: number }): void {
  expect(a.x).toBeCloseTo(b.x, 6);
  expect(a.y).toBeCloseTo(b.y, 6);
}

it('leads from the screen to the image and back', () => {
  expect(screenToImage({ x: 100, y: 50, zoom: 2 }, { x: 20, y: 10 })).toEqual({ x: 110, y: 55 });
  fc.assert(
    fc.property(camera, point, (each, at) => {
      expectSame(imageToScreen(each, screenToImage(each, at)), at);
    }),
    RUNS,
  );
});

it('zooms about the cursor: what lies there stays there', () => {
  fc.assert(
    fc.property(camera, zoom, point, (each, next, cursor) => {
      const zoomed = zoomCamera(each, next, cursor);
      expect(zoomed.zoom).toBe(next);
      expectSame(screenToImage(zoomed, cursor), screenToImage(each, cursor));
    }),
    RUNS,
  );
});

it('zooms no further than its limits, and stays sound for any number', () => {
  const start = { x: 0, y: 0, zoom: 1 };
  expect(zoomCamera(start, 1e9, { x: 0, y: 0 }).zoom).toBe(ZOOM_LIMITS.most);
  expect(zoomCamera(start, 0, { x: 0, y: 0 }).zoom).toBe(ZOOM_LIMITS.least);
  expect(zoomCamera(start, -5, { x: 0, y: 0 }).zoom).toBe(ZOOM_LIMITS.least);
  expect(zoomCamera(start, Number.NaN, { x: 0, y: 0 })).toEqual(start);
});

it('pans by pixels of the screen', () => {
  expect(panCamera({ x: 10, y: 10, zoom: 4 }, { x: 8, y: -4 })).toEqual({ x: 8, y: 11, zoom: 4 });
});

describe('fitting', () => {
  it('shows all of it in the middle, as large as there is room', () => {
    const size = fc.integer({ min: 20, max: 3000 });
    fc.assert(
      fc.property(
        place,
        place,
        size,
        size,
        fc.integer({ min: 0, max: 100 }),
        (x, y, width, height, padding) => {
          const bounds = { minX: x, minY: y, maxX: x + width, maxY: y + height };
          const fitted = fitCamera(bounds, SCREEN, padding)!;
          const shown = visibleBounds(fitted, SCREEN);
          expect(boundsContain(padBounds(shown, 1e-6 - padding / fitted.zoom), bounds)).toBe(true);
          expectSame(
            { x: (shown.minX + shown.maxX) / 2, y: (shown.minY + shown.maxY) / 2 },
            { x: x + width / 2, y: y + height / 2 },
          );
          const free = Math.min(
            SCREEN.width - 2 * padding - width * fitted.zoom,
            SCREEN.height - 2 * padding - height * fitted.zoom,
          );
          expect(free).toBeCloseTo(0, 6);
        },
      ),
      RUNS,
    );
  });

  it('of a point takes the most, and of no screen nothing', () => {
    const dot = { minX: 5, minY: 5, maxX: 5, maxY: 5 };
    expect(fitCamera(dot, SCREEN)).toMatchObject({ zoom: ZOOM_LIMITS.most });
    expect(fitCamera(dot, { width: 0, height: 0 })).toBeUndefined();
    expect(fitCamera(dot, { width: 50, height: 50 }, 25)).toBeUndefined();
  });
});

it('pinching leaves under both fingers what lay under them, as far as the zoom goes', () => {
  const camera: Camera = { x: 10, y: -20, zoom: 2 };
  const [a, b] = [
    { x: 100, y: 50 },
    { x: 200, y: 150 },
  ];
  const [toA, toB] = [
    { x: 60, y: 40 },
    { x: 260, y: 240 },
  ];
  const pinched = pinchCamera(camera, [a, b], [toA, toB]);
  expect(pinched.zoom).toBeCloseTo(4, 9);
  expectSame(screenToImage(pinched, toA), screenToImage(camera, a));
  expectSame(screenToImage(pinched, toB), screenToImage(camera, b));
  expect(pinchCamera(camera, [a, a], [toA, toA])).toEqual(panCamera(camera, { x: -40, y: -10 }));
});
