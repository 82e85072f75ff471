import type { Editor } from '@assay/editor';
import { addPoints, type Point } from '@assay/geometry';

/** What pans and zooms between two frames, given to the editor at once. */
export type CameraInput = {
  /** Pushes what is shown by so many pixels of the screen. */
  readonly pan: (by: Point) => void;
  /** Takes what a wheel did at a place. */
  readonly wheel: (event: WheelEvent, at: Point) => void;
  readonly flush: () => void;
};

/** What a line and a page of a wheel are in pixels. */
const LINE_PIXELS = 16;
const PAGE_PIXELS = 400;
/** By what exponent a pixel of the wheel zooms: a notch of 100 pixels by a fifth. */
const ZOOM_PER_PIXEL = 0.0018;
/** A trackpad's pinch comes as a wheel with Ctrl, in far smaller steps. */
const PINCH_FACTOR = 5;

export function createCameraInput(editor: Editor): CameraInput {
  let push: Point = { x: 0, y: 0 };
  let exponent = 0;
  let about: Point = { x: 0, y: 0 };

  const pan = (by: Point) => {
    push = addPoints(push, by);
  };
  const zoom = (by: number, at: Point) => {
    exponent += by;
    about = at;
  };

  return {
    pan,
    wheel: ({ deltaX, deltaY, deltaMode, ctrlKey, shiftKey }, at) => {
      const unit = deltaMode === 1 ? LINE_PIXELS : deltaMode === 2 ? PAGE_PIXELS : 1;
      const [x, y] = [deltaX * unit, deltaY * unit];
      if (shiftKey) return pan({ x: x === 0 ? -y : -x, y: 0 });
      pan({ x: -x, y: 0 });
      zoom(-y * ZOOM_PER_PIXEL * (ctrlKey ? PINCH_FACTOR : 1), at);
    },
    flush: () => {
      if (push.x !== 0 || push.y !== 0) editor.pan(push);
      if (exponent !== 0) editor.zoomBy(Math.exp(exponent), about);
      push = { x: 0, y: 0 };
      exponent = 0;
    },
  };
}
