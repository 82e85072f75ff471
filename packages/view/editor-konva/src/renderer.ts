import {
  boundsOfGeometry,
  type Camera,
  changesOf,
  type Editor,
  type EditorRecords,
  type RecordsDiff,
  regionOf,
  type Size,
} from '@assay/editor';
import type { Bounds } from '@assay/geometry';
import { effect } from '@preact/signals-core';
import { Layer } from 'konva/lib/Layer.js';
import { Shape } from 'konva/lib/Shape.js';
import { Stage } from 'konva/lib/Stage.js';
import type { ImageSource } from './image/image-source.ts';
import type { Tone } from './image/tone.ts';
import { createPointerInput } from './input/pointer-input.ts';
import { createActiveRegions, handlesShown, paintHandles } from './layers/active-layer.ts';
import { createImageLayer } from './layers/image-layer.ts';
import { drawOverlay } from './layers/overlay-layer.ts';
import { createRegionStack } from './layers/region-stack.ts';
import { createRestingLayer, type PaintResting, type Shown } from './layers/resting-layer.ts';
import type { Context2d } from './paint/context.ts';
import { createHatches, type MakeCanvas } from './paint/hatches.ts';
import { createMaskBitmaps } from './paint/mask-bitmaps.ts';
import { type Paint, paintRegion } from './paint/paint-region.ts';
import type { LookOf } from './paint/region-look.ts';
import { createFrames } from './timing/frames.ts';
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
  let view: RendererView = {
    tone: { brightness: 0, contrast: 1, gamma: 1 },
    opacity: 0.18,
    hasCrosshair: false,
  };
  let screen: Size = { width: container.clientWidth, height: container.clientHeight };
  let ratio = globalThis.devicePixelRatio;
  let hovered: string | undefined;

  container.style.touchAction = 'none';
  const stage = new Stage({ container: container as HTMLDivElement, ...screen, listening: false });
  // What happens is listened to here, and not by the stage.
  stage.content.style.pointerEvents = 'none';

  const dirty = { image: true, resting: true, active: true, overlay: true };
  type LayerName = keyof typeof dirty;
  const frames = createFrames(() => frame());
  const touch = (...names: readonly LayerName[]) => {
    for (const name of names) dirty[name] = true;
    frames.ask();
  };
  const slices = createSlices(browserClock());

  const makeCanvas: MakeCanvas = (width, height) => {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    return { pixels: canvas, context: canvas.getContext('2d')! };
  };
  const hatches = createHatches(makeCanvas);
  const masks = createMaskBitmaps(slices, makeCanvas, (bounds) => {
    resting.change([bounds]);
    touch('active');
  });
  const paintOn = (context: Context2d, pixel: number, isCrowded = false): Paint => ({
    context,
    pixel,
    opacity: view.opacity,
    lookOf,
    masks,
    hatches,
    isCrowded,
  });

  const stack = createRegionStack(editor);
  const active = createActiveRegions(editor);
  /** Regions that a gesture under way has made or changed. */
  let inHand: ReadonlySet<string> = new Set();

  const paintResting: PaintResting = function* ({ context, pixel, bounds, isCrowded }) {
    const paint = paintOn(context, pixel, isCrowded);
    for (const region of stack.meeting(bounds)) {
      if (active.has(region.id)) continue;
      // What was removed or changed meanwhile is painted anew when this is done.
      paintRegion(paint, region, active.isMarked(region.id));
      yield;
    }
  };

  const imageLayer = createImageLayer({ source, slices, onChange: () => touch('image') });
  const resting = createRestingLayer({
    makeCanvas,
    slices,
    paint: paintResting,
    cost: stack.cost,
    isCrowded: (bounds) => index.search(bounds).length > MOST_DETAILED,
    image: { minX: 0, minY: 0, maxX: source.size.width, maxY: source.size.height },
    onChange: () => touch('resting'),
  });

  const cameraNow = (): Camera => store.get('camera') as EditorRecords & { type: 'camera' };
  const shown = (): Shown => ({ camera: cameraNow(), screen, ratio });

  const input = createPointerInput({
    element: container,
    editor,
    onInput: () => touch('overlay'),
    onContextMenu,
  });

  const drawActive = (context: CanvasRenderingContext2D) => {
    const camera = cameraNow();
    const scale = camera.zoom * ratio;
    context.setTransform(scale, 0, 0, scale, -camera.x * scale, -camera.y * scale);
    const paint = paintOn(context, 1 / camera.zoom);
    for (const region of active.regions()) paintRegion(paint, region, true);
    paintHandles(context, handlesShown(editor, 1 / camera.zoom), 1 / camera.zoom);
  };
  const drawers: Readonly<Record<LayerName, (context: CanvasRenderingContext2D) => void>> = {
    image: imageLayer.draw,
    resting: resting.draw,
    active: drawActive,
    overlay: (context) =>
      drawOverlay(
        context,
        editor,
        { ...shown(), pointer: input.at(), hovered, hasCrosshair: view.hasCrosshair },
        lookOf,
      ),
  };
  const layers = Object.fromEntries(
    Object.entries(drawers).map(([name, draw]) => {
      const layer = new Layer({ listening: false });
      layer.add(
        new Shape({
          listening: false,
          perfectDrawEnabled: false,
          sceneFunc: ({ _context }) => draw(_context),
        }),
      );
      stage.add(layer);
      return [name, layer];
    }),
  ) as Record<LayerName, Layer>;

  const frame = () => {
    input.flush();
    followPointer();
    for (const name of Object.keys(layers) as LayerName[]) {
      if (!dirty[name]) continue;
      dirty[name] = false;
      layers[name].drawScene();
    }
  };

  const followPointer = () => {
    const at = input.at();
    const isIdle = editor.state.peek() === 'select.idle';
    const camera = cameraNow();
    const point = at && { x: camera.x + at.x / camera.zoom, y: camera.y + at.y / camera.zoom };
    const now = point && isIdle ? index.at(point, 4 / camera.zoom)[0]?.id : undefined;
    if (now === hovered) return;
    hovered = now;
    dirty.overlay = true;
  };

  const followActive = () => {
    const changed = active.follow(inHand);
    if (changed === 'all') resting.changeAll();
    else if (changed.size > 0) resting.change([...changed].flatMap((id) => placeOf(id)));
    touch('active', 'overlay');
  };
  const placeOf = (id: string): Bounds[] => {
    const region = regionOf(store, id);
    const bounds = region && boundsOfGeometry(region.geometry);
    return bounds === undefined ? [] : [bounds];
  };

  const followCommit = (diff: RecordsDiff<EditorRecords>, isGesture: boolean) => {
    const changed: Bounds[] = [];
    const taken = new Set(inHand);
    for (const [id, { before, after }] of changesOf(diff)) {
      if (before?.type === 'region-view' || after?.type === 'region-view') {
        const { regionId } = (after ?? before) as EditorRecords & { type: 'region-view' };
        changed.push(...placeOf(regionId));
      }
      for (const record of [before, after]) {
        if (record?.type !== 'region') continue;
        if (isGesture) taken.add(id);
        const bounds = boundsOfGeometry(record.geometry);
        if (bounds !== undefined && !active.has(id)) changed.push(bounds);
      }
    }
    if (taken.size > inHand.size && taken.size <= inHand.size + 50) {
      inHand = taken;
      followActive();
    }
    if (changed.length > 0) resting.change(changed);
    touch('active', 'overlay');
  };

  const isGesture = () => !editor.state.peek().endsWith('.idle');
  const stops = [
    store.listen(({ diff, source: from }) => followCommit(diff, from === 'user' && isGesture())),
    effect(() => {
      void store.signalOf('selection').value;
      followActive();
    }),
    effect(() => {
      void editor.state.value;
      touch('active', 'overlay');
      if (inHand.size === 0 || isGesture()) return;
      inHand = new Set();
      followActive();
    }),
    effect(() => {
      void store.signalOf('camera').value;
      imageLayer.show(shown());
      resting.show(shown());
      touch('image', 'resting', 'active', 'overlay');
    }),
  ];

  const resize = (size: Size) => {
    screen = size;
    ratio = globalThis.devicePixelRatio;
    stage.size(size);
    editor.resizeScreen(size);
    imageLayer.show(shown());
    resting.show(shown());
    touch('image', 'resting', 'active', 'overlay');
  };
  resize(screen);

  return {
    resize,
    setView: (change) => {
      const before = view;
      view = { ...view, ...change };
      if (view.tone !== before.tone) imageLayer.setTone(view.tone);
      if (view.opacity !== before.opacity) resting.changeAll();
      touch('active', 'overlay');
    },
    setLooks: (next) => {
      lookOf = next;
      resting.changeAll();
      touch('active', 'overlay');
    },
    isSharp: () =>
      resting.isSharp() && imageLayer.isComplete() && !masks.isBusy() && !Object.values(dirty).includes(true),
    destroy: () => {
      for (const stop of stops) stop();
      frames.stop();
      slices.stop();
      input.stop();
      stack.stop();
      imageLayer.stop();
      resting.stop();
      stage.destroy();
    },
  };
}
