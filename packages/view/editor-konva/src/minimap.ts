import { type Editor, fitCamera, screenToImage } from '@assay/editor';
import { type Bounds, heightOf, intersectBounds, type Point, widthOf } from '@assay/geometry';
import { effect } from '@preact/signals-core';
import type { ImageSource } from './image/image-source.ts';
import { strokeTwice } from './layers/drafts.ts';
import { createFrames } from './timing/frames.ts';

/** The whole picture on a small canvas, with a frame around what is seen; a press on it looks there. */
export type Minimap = { readonly stop: () => void };

/** @param canvas as large as it is on the page; it belongs to the minimap */
export function createMinimap(canvas: HTMLCanvasElement, { editor, source }: MinimapOf): Minimap {
  const context = canvas.getContext('2d')!;
  const ending = new AbortController();
  const { signal } = ending;
  const whole: Bounds = { minX: 0, minY: 0, maxX: source.size.width, maxY: source.size.height };
  const frames = createFrames(() => draw());

  const draw = () => {
    const ratio = globalThis.devicePixelRatio;
    const size = { width: canvas.clientWidth, height: canvas.clientHeight };
    canvas.width = Math.round(size.width * ratio);
    canvas.height = Math.round(size.height * ratio);
    const camera = fitCamera(whole, size);
    if (camera === undefined) return;
    const scale = camera.zoom * ratio;
    context.setTransform(scale, 0, 0, scale, -camera.x * scale, -camera.y * scale);
    // The coarsest level is one tile of the whole picture, and the first thing that comes of it.
    const picture = source.get({ level: source.levels - 1, column: 0, row: 0 });
    if (picture !== undefined) context.drawImage(picture, 0, 0, whole.maxX, whole.maxY);
    const seen = intersectBounds(editor.seen(), whole);
    if (seen === undefined) return;
    context.beginPath();
    context.rect(seen.minX, seen.minY, widthOf(seen), heightOf(seen));
    strokeTwice(context, 1.5 / camera.zoom, undefined, []);
  };

  const pointAt = ({ clientX, clientY }: MouseEvent): Point | undefined => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const camera = fitCamera(whole, { width, height });
    return camera && screenToImage(camera, { x: clientX - left, y: clientY - top });
  };
  const look = (event: PointerEvent) => {
    const point = pointAt(event);
    if (point !== undefined) editor.lookAt(point);
  };
  canvas.style.touchAction = 'none';
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      canvas.setPointerCapture(event.pointerId);
      look(event);
    },
    { signal },
  );
  canvas.addEventListener(
    'pointermove',
    (event) => {
      if (canvas.hasPointerCapture(event.pointerId)) look(event);
    },
    { signal },
  );
  const observer = new ResizeObserver(frames.ask);
  observer.observe(canvas);
  const stopListening = source.listen(frames.ask);
  const stopFollowing = effect(() => {
    void editor.store.signalOf('camera').value;
    frames.ask();
  });

  return {
    stop: () => {
      ending.abort();
      observer.disconnect();
      stopListening();
      stopFollowing();
      frames.stop();
    },
  };
}

type MinimapOf = { readonly editor: Editor; readonly source: ImageSource };
