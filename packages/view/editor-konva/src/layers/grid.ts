import type { Size } from '@assay/editor';
import { strokeTwice } from './drafts.ts';
import type { Shown } from './resting-layer.ts';

/** Lines nearer than this on the screen would hide the picture, in pixels: each second one is left out, and so on. */
const LEAST_GAP = 12;

/** Lines over a picture, every `step` pixels of it from its upper left corner. The context shows pixels of the screen. */
export function drawGrid(
  context: CanvasRenderingContext2D,
  { camera, screen }: Shown,
  image: Size,
  step: number,
): void {
  const gap = stepShown(step, camera.zoom);
  const [left, top] = [-camera.x * camera.zoom, -camera.y * camera.zoom];
  const [right, bottom] = [left + image.width * camera.zoom, top + image.height * camera.zoom];
  context.beginPath();
  for (const x of placesOf(camera.x, screen.width / camera.zoom, image.width, gap)) {
    const at = Math.floor((x - camera.x) * camera.zoom) + 0.5;
    context.moveTo(at, Math.max(0, top));
    context.lineTo(at, Math.min(screen.height, bottom));
  }
  for (const y of placesOf(camera.y, screen.height / camera.zoom, image.height, gap)) {
    const at = Math.floor((y - camera.y) * camera.zoom) + 0.5;
    context.moveTo(Math.max(0, left), at);
    context.lineTo(Math.min(screen.width, right), at);
  }
  context.globalAlpha = 0.45;
  strokeTwice(context, 1, undefined, []);
  context.globalAlpha = 1;
}

/** How far apart lines are that are shown, in pixels of the image: the step, or as often its double as it takes. */
export function stepShown(step: number, zoom: number): number {
  let shown = step;
  while (shown * zoom < LEAST_GAP) shown *= 2;
  return shown;
}

/** The multiples of a step that are seen and lie in the picture. */
function* placesOf(from: number, length: number, size: number, step: number): Generator<number> {
  const first = Math.max(0, Math.ceil(from / step) * step);
  for (let at = first; at <= Math.min(size, from + length); at += step) yield at;
}
