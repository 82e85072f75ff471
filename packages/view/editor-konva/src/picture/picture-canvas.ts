import type { Camera, Size } from '@assay/editor';
import type { ImageSource } from '../image/image-source.ts';
import { createImageLayer } from '../layers/image-layer.ts';
import { createFrames } from '../timing/frames.ts';
import { browserClock, createSlices } from '../timing/slices.ts';

/** A picture on a canvas, without regions and without an editor. */
export type PictureCanvas = {
  /** Shows what a camera sees on a screen as large as the canvas on the page. */
  readonly show: (camera: Camera, screen: Size) => void;
  /** The source is left open. */
  readonly stop: () => void;
};

/** Draws a picture on a canvas, whose pixels become those of the device. */
export function createPictureCanvas(canvas: HTMLCanvasElement, source: ImageSource): PictureCanvas {
  const context = canvas.getContext('2d')!;
  const slices = createSlices(browserClock());
  const frames = createFrames(() => {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    layer.draw(context);
  });
  const layer = createImageLayer({ source, slices, onChange: frames.ask });
  const ending = new AbortController();
  canvas.addEventListener('contextrestored', frames.ask, { signal: ending.signal });
  return {
    show: (camera, screen) => {
      const ratio = globalThis.devicePixelRatio;
      const [width, height] = [Math.round(screen.width * ratio), Math.round(screen.height * ratio)];
      if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
      layer.show({ camera, screen, ratio });
      frames.ask();
    },
    stop: () => {
      ending.abort();
      frames.stop();
      layer.stop();
      slices.stop();
    },
  };
}
