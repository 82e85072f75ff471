import type { Size } from '@assay/editor';
import type { ImageSource } from './image/image-source.ts';
import { isSameTone, NEUTRAL_TONE } from './image/tone.ts';
import { createPointerInput, type PointerInput } from './input/pointer-input.ts';
import { createLayers, LAYERS } from './layers/layers.ts';
import { type Opened, type OpenPicture, openPicture, type RendererView } from './open-picture.ts';
import { createCanvasStock } from './paint/canvas-stock.ts';
import type { LookOf } from './paint/region-look.ts';
import { browserClock, createSlices } from './timing/slices.ts';

export type RendererSettings = {
  /** What it is put into, before whatever is there: an element that has a place for what lies in it. */
  readonly container: HTMLElement;
  /** What the canvas is called for who does not see it. */
  readonly label: string;
  readonly lookOf: LookOf;
  readonly onContextMenu?: (at: { readonly x: number; readonly y: number }) => void;
};

/** Draws an editor's regions on their picture, one picture after another. */
export type Renderer = {
  /** Fills the container; it takes focus, pointers and wheels, and nothing of what lies beside it. */
  readonly element: HTMLElement;
  /** Shows another picture. What was shown before is left as it is: its source is still open. */
  readonly open: (picture: Opened) => void;
  /** Puts another picture of the same size below what is shown: another frame. The source of the one before stays open. */
  readonly setSource: (source: ImageSource) => void;
  readonly setView: (view: Partial<RendererView>) => void;
  /** Labels are called otherwise, or have other colours. */
  readonly setLooks: (lookOf: LookOf) => void;
  /** Is everything drawn as sharp as it will be? */
  readonly isSharp: () => boolean;
  /** The source that is shown is left open. */
  readonly destroy: () => void;
};

/**
 * Four layers, from the lowest: the image, regions at rest, regions that are selected or drawn, and what lies above all.
 * Each is drawn anew only when something that it shows has changed. They stay as pictures come and go.
 */
export function createRenderer(settings: RendererSettings): Renderer {
  const { container, label, onContextMenu = () => {} } = settings;
  let { lookOf } = settings;
  let view: RendererView = {
    tone: NEUTRAL_TONE,
    opacity: 0.18,
    hasCrosshair: false,
    hasLabels: false,
    gridStep: null,
  };
  let size: Size = { width: 0, height: 0 };
  let ratio = globalThis.devicePixelRatio;
  let picture: OpenPicture | undefined;
  let input: PointerInput | undefined;
  let isLost = false;
  let isDestroyed = false;

  const element = addElement(container, label);
  const slices = createSlices(browserClock());
  const onLost = () => {
    isLost = true;
    layers.touch('overlay');
  };
  const stock = createCanvasStock(onLost);
  const layers = createLayers({
    container: element,
    drawers: {
      image: (context) => picture?.drawers.image(context),
      resting: (context) => picture?.drawers.resting(context),
      active: (context) => picture?.drawers.active(context),
      overlay: (context) => picture?.drawers.overlay(context),
    },
    beforeFrame: () => {
      // Not every browser tells of it in time.
      if (ratio !== globalThis.devicePixelRatio) fit();
      if (isLost) picture?.forget();
      isLost = false;
      input?.flush();
      picture?.point(input?.at());
    },
    onLost,
  });

  const fit = () => {
    const next = { width: element.clientWidth, height: element.clientHeight };
    const isSame = next.width === size.width && next.height === size.height;
    if (isSame && ratio === globalThis.devicePixelRatio) return;
    [size, ratio] = [next, globalThis.devicePixelRatio];
    input?.forgetPlace();
    layers.resize(size, ratio);
    picture?.editor.resizeScreen(size);
    picture?.show();
    layers.drawNow();
  };
  fit();
  const observer = new ResizeObserver(fit);
  observer.observe(element);
  const stopWatching = watchRatio(fit);

  const close = () => {
    // A gesture under way is given up first, so that what it has done is taken back and saving can go on.
    input?.stop();
    stock.put(picture?.stop() ?? []);
    [input, picture] = [undefined, undefined];
  };

  return {
    element,
    open: ({ editor, source }) => {
      if (isDestroyed) return;
      close();
      editor.resizeScreen(size);
      picture = openPicture({
        ...{ editor, source, slices, lookOf, touch: layers.touch, makeCanvas: stock.take },
        screen: () => ({ size, ratio }),
        view: () => view,
      });
      input = createPointerInput({
        ...{ element, editor, onContextMenu },
        onInput: () => layers.touch('overlay'),
      });
      layers.touch(...LAYERS);
    },
    setSource: (source) => picture?.setSource(source),
    setView: (change) => {
      const before = view;
      view = { ...view, ...change };
      if (!isSameTone(view.tone, before.tone)) picture?.setTone(view.tone);
      if (view.opacity !== before.opacity) picture?.paintAnew();
      layers.touch('overlay');
    },
    setLooks: (next) => {
      lookOf = next;
      picture?.setLooks(next);
    },
    isSharp: () => picture?.isSharp() === true && layers.isDrawn(),
    destroy: () => {
      if (isDestroyed) return;
      isDestroyed = true;
      close();
      observer.disconnect();
      stopWatching();
      slices.stop();
      layers.destroy();
      element.remove();
    },
  };
}

/** Fills a container below all else that is in it. */
function addElement(container: HTMLElement, label: string): HTMLElement {
  const element = document.createElement('div');
  element.tabIndex = 0;
  element.setAttribute('role', 'application');
  element.setAttribute('aria-label', label);
  Object.assign(element.style, {
    position: 'absolute',
    inset: '0',
    overflow: 'hidden',
    touchAction: 'none',
    userSelect: 'none',
    // Inside, or what cuts the container off would cut the ring off too.
    outlineOffset: '-2px',
  });
  container.prepend(element);
  return element;
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
