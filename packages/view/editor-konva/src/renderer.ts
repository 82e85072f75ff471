import { type Camera, type Editor, type EditorRecords, type Size, screenToImage } from '@assay/editor';
import type { ImageSource } from './image/image-source.ts';
import { isSameTone, NEUTRAL_TONE, type Tone } from './image/tone.ts';
import { createPointerInput } from './input/pointer-input.ts';
import { createActiveRegions, handlesShown, paintHandles } from './layers/active-layer.ts';
import { followEditor } from './layers/follow-editor.ts';
import { createImageLayer } from './layers/image-layer.ts';
import { createLayers } from './layers/layers.ts';
import { drawOverlay } from './layers/overlay-layer.ts';
import { createRegionStack } from './layers/region-stack.ts';
import { createRestingLayer, type PaintResting, type Shown } from './layers/resting-layer.ts';
import { browserCanvas } from './paint/browser-canvas.ts';
import type { Context2d } from './paint/context.ts';
import { createHatches } from './paint/hatches.ts';
import { createMaskBitmaps } from './paint/mask-bitmaps.ts';
import type { Paint } from './paint/paint-region.ts';
import { createSafePainter } from './paint/paint-safely.ts';
import type { LookOf } from './paint/region-look.ts';
import { browserClock, createSlices } from './timing/slices.ts';

export type RendererSettings = {
  /** What is drawn into; it takes focus, pointers and wheels. */
  readonly container: HTMLElement;
  readonly editor: Editor;
  readonly source: ImageSource;
  readonly lookOf: LookOf;
  readonly onContextMenu?: (at: { readonly x: number; readonly y: number }) => void;
};

/** What a person may change of how an image is shown. */
export type RendererView = {
  readonly tone: Tone;
  /** Of the insides of regions, 0 to 1. */
  readonly opacity: number;
  readonly hasCrosshair: boolean;
};

/** Draws an editor's regions on their image. */
export type Renderer = {
  readonly resize: (size: Size) => void;
  readonly setView: (view: Partial<RendererView>) => void;
  /** Labels are called otherwise, or have other colours. */
  readonly setLooks: (lookOf: LookOf) => void;
  /** Is everything drawn as sharp as it will be? */
  readonly isSharp: () => boolean;
  readonly destroy: () => void;
};

/** How near the pointer must be to what it points at, in pixels of the screen. */
const HOVER_REACH = 4;
/** Of more regions in view small ones are drawn with fewer lines. */
const MOST_DETAILED = 3000;

/**
 * Four layers, from the lowest: the image, regions at rest, regions that are selected or drawn, and what lies above all.
 * Each is drawn anew only when something that it shows has changed.
 */
export function createRenderer(settings: RendererSettings): Renderer {
  const { container, editor, source, onContextMenu = () => {} } = settings;
  const { store, index } = editor;
  let { lookOf } = settings;
  let view: RendererView = { tone: NEUTRAL_TONE, opacity: 0.18, hasCrosshair: false };
  let screen: Size = { width: container.clientWidth, height: container.clientHeight };
  let ratio = globalThis.devicePixelRatio;
  let hovered: string | undefined;
  let isDestroyed = false;
  const cameraNow = (): Camera => store.get('camera') as EditorRecords & { type: 'camera' };
  const shown = (): Shown => ({ camera: cameraNow(), screen, ratio });

  const slices = createSlices(browserClock());
  const stack = createRegionStack(editor);
  const active = createActiveRegions(editor);
  const hatches = createHatches(browserCanvas);
  const masks = createMaskBitmaps(slices, browserCanvas, (bounds) => {
    resting.change([bounds]);
    layers.touch('active');
  });
  const paintSafely = createSafePainter();
  const paintOn = (context: Context2d, isCrowded = false, pixel = 1 / cameraNow().zoom): Paint => {
    const { opacity } = view;
    return { context, pixel, opacity, lookOf, masks, hatches, isCrowded };
  };

  const paintResting: PaintResting = function* ({ context, pixel, bounds, isCrowded }) {
    const paint = paintOn(context, isCrowded, pixel);
    for (const region of stack.meeting(bounds)) {
      if (active.has(region.id)) continue;
      // What was removed or changed meanwhile is painted anew when this is done.
      paintSafely(paint, region, active.isMarked(region.id));
      yield;
    }
  };
  const drawActive = (context: CanvasRenderingContext2D) => {
    const { x, y, zoom } = cameraNow();
    const scale = zoom * ratio;
    context.setTransform(scale, 0, 0, scale, -x * scale, -y * scale);
    const paint = paintOn(context);
    for (const region of active.regions()) paintSafely(paint, region, true);
    paintHandles(context, handlesShown(editor, paint.pixel), paint.pixel);
  };

  const imageLayer = createImageLayer({ source, slices, onChange: () => layers.touch('image') });
  const resting = createRestingLayer({
    makeCanvas: browserCanvas,
    slices,
    paint: paintResting,
    cost: stack.cost,
    isCrowded: (bounds) => index.search(bounds).length > MOST_DETAILED,
    image: { minX: 0, minY: 0, maxX: source.size.width, maxY: source.size.height },
    onChange: () => layers.touch('resting'),
  });
  const input = createPointerInput({
    ...{ element: container, editor, onContextMenu },
    onInput: () => layers.touch('overlay'),
  });
  const layers = createLayers({
    container,
    drawers: {
      image: imageLayer.draw,
      resting: resting.draw,
      active: drawActive,
      overlay: (context) => {
        const { hasCrosshair } = view;
        drawOverlay(context, editor, { ...shown(), pointer: input.at(), hovered, hasCrosshair }, lookOf);
      },
    },
    beforeFrame: () => {
      // Not every browser tells of it in time.
      if (ratio !== globalThis.devicePixelRatio) resize(screen);
      input.flush();
      followPointer();
    },
  });

  const followPointer = () => {
    const at = input.at();
    const camera = cameraNow();
    const isIdle = editor.state.peek() === 'select.idle';
    const found = at && isIdle ? index.at(screenToImage(camera, at), HOVER_REACH / camera.zoom) : [];
    if (found[0]?.id === hovered) return;
    hovered = found[0]?.id;
    layers.touch('overlay');
  };

  const showAll = () => {
    // In a panel that is closed there is nothing to show, and no canvas of no size can be drawn.
    if (screen.width === 0 || screen.height === 0) return;
    imageLayer.show(shown());
    resting.show(shown());
    layers.touch('image', 'resting', 'active', 'overlay');
  };
  const resize = (size: Size) => {
    screen = size;
    ratio = globalThis.devicePixelRatio;
    input.forgetPlace();
    layers.resize(size, ratio);
    editor.resizeScreen(size);
    showAll();
  };
  const paintAnew = () => {
    resting.changeAll();
    layers.touch('active', 'overlay');
  };

  const touchAction = container.style.touchAction;
  container.style.touchAction = 'none';
  resize(screen);
  const stopWatching = watchRatio(() => resize(screen));
  const stopFollowing = followEditor({ editor, active, resting, touch: layers.touch, onCamera: showAll });

  return {
    resize,
    setView: (change) => {
      const before = view;
      view = { ...view, ...change };
      if (!isSameTone(view.tone, before.tone)) imageLayer.setTone(view.tone);
      if (view.opacity !== before.opacity) paintAnew();
      layers.touch('overlay');
    },
    setLooks: (next) => {
      lookOf = next;
      paintAnew();
    },
    isSharp: () => resting.isSharp() && imageLayer.isComplete() && !masks.isBusy() && layers.isDrawn(),
    destroy: () => {
      if (isDestroyed) return;
      isDestroyed = true;
      // A gesture under way is given up first, so that what it has done is taken back and saving can go on.
      input.stop();
      stopFollowing();
      stopWatching();
      for (const part of [slices, stack, imageLayer, resting]) part.stop();
      layers.destroy();
      container.style.touchAction = touchAction;
    },
  };
}

/** Tells when the page is zoomed, or comes to a screen of other pixels: its size need not change then. Returns its end. */
function watchRatio(onChange: () => void): () => void {
  const controller = new AbortController();
  const watch = () => {
    const query = matchMedia(`(resolution: ${globalThis.devicePixelRatio}dppx)`);
    const change = () => {
      onChange();
      watch();
    };
    query.addEventListener('change', change, { once: true, signal: controller.signal });
  };
  watch();
  return () => controller.abort();
}
