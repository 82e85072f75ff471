import type { MakeCanvas } from './hatches.ts';

export const browserCanvas: MakeCanvas = (width, height) => {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return { pixels: canvas, context: canvas.getContext('2d')! };
};
