import { expect, test } from 'vitest';
import { nodeCanvas, pixelAt } from '../testing/node-canvas.ts';
import { drawGrid, stepShown } from './grid.ts';

const screen = { width: 100, height: 80 };

test('lines lie on multiples of the step, within the picture alone', () => {
  const { context } = nodeCanvas(100, 80);
  const camera = { x: -10, y: 0, zoom: 1 };
  drawGrid(context as CanvasRenderingContext2D, { camera, screen, ratio: 1 }, { width: 60, height: 50 }, 20);
  const isDrawn = (x: number, y: number) => pixelAt(context, x, y)[3]! > 0;
  expect([30, 50, 70].every((x) => isDrawn(x, 10))).toBe(true);
  expect([20, 40, 60].some((x) => isDrawn(x, 10))).toBe(false);
  expect([20, 40].every((y) => isDrawn(25, y))).toBe(true);
  // Beside and below the picture.
  expect([isDrawn(5, 20), isDrawn(90, 20), isDrawn(30, 70)]).toEqual([false, false, false]);
});

test('lines are never so near to one another that they hide the picture', () => {
  expect(stepShown(20, 1)).toBe(20);
  expect(stepShown(20, 0.25)).toBe(80);
  expect(stepShown(1, 64)).toBe(1);
});
