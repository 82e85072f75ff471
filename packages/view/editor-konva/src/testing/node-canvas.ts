import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Context2d, Drawable } from '../paint/context.ts';
import type { MakeCanvas } from '../paint/hatches.ts';

/** Real canvases in Node: their library has the interface of the browser's, and types of its own for it. */
export const nodeCanvas: MakeCanvas = (width, height) => {
  const canvas = createCanvas(width, height);
  return {
    pixels: canvas as unknown as Drawable,
    context: canvas.getContext('2d') as unknown as Context2d,
  };
};

/** All pixels: red, green, blue and opacity of each in turn. */
export function pixelsOf(context: Context2d): Uint8ClampedArray {
  const { canvas } = context as unknown as SKRSContext2D;
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}

/** Red, green, blue and opacity at a place. */
export const pixelAt = (context: Context2d, x: number, y: number): number[] => [
  ...context.getImageData(x, y, 1, 1).data,
];

/** A colour in hexadecimal digits as an opaque pixel. */
export const opaque = (colour: string): number[] => [
  ...[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)),
  255,
];
