import {
  boundsOfGeometry,
  type Camera,
  type Editor,
  type EditorRecords,
  regionOf,
  type Size,
  screenToImage,
  visibleBounds,
} from '@assay/editor';
import type { Bounds } from '@assay/geometry';
import type { ImageSource } from './image/image-source.ts';
import type { Tone } from './image/tone.ts';
import type { PointerInput } from './input/pointer-input.ts';
import { createActiveRegions, handlesShown, paintHandles } from './layers/active-layer.ts';
import { createFlags } from './layers/flags.ts';
import { followEditor } from './layers/follow-editor.ts';
import { createImageLayer, type ImageLayer } from './layers/image-layer.ts';
import type { LayerName, Layers, LayersSettings } from './layers/layers.ts';
import { drawOverlay } from './layers/overlay-layer.ts';
import { createRegionStack } from './layers/region-stack.ts';
import { createRestingLayer, type PaintResting, type Shown } from './layers/resting-layer.ts';
import { createSettlingStroke } from './layers/settling-stroke.ts';
import { createHatches, type MakeCanvas } from './paint/hatches.ts';
import { createMaskBitmaps } from './paint/mask-bitmaps.ts';
import type { Paint } from './paint/paint-region.ts';
import { createSafePainter } from './paint/paint-safely.ts';
import type { LookOf } from './paint/region-look.ts';
import type { Slices } from './timing/slices.ts';

/** A picture with its regions. */
export type Opened = { readonly editor: Editor; readonly source: ImageSource };

/** What a person may change of how an image is shown. */
export type RendererView = {
  readonly tone: Tone;
  /** Of the insides of regions, 0 to 1. */
  readonly opacity: number;
  readonly hasCrosshair: boolean;
  /** Are the names of labels written beside regions, where there are not too many? */
  readonly hasLabels: boolean;
  /** How far apart the lines of a grid are, in pixels of the image; null for none. */
  readonly gridStep: number | null;
};

export type OpenSettings = Opened & {
  readonly slices: Pick<Slices, 'run'>;
  readonly makeCanvas: MakeCanvas;
  readonly touch: Layers['touch'];
  readonly screen: () => { readonly size: Size; readonly ratio: number };
  readonly view: () => RendererView;
  readonly lookOf: LookOf;
};

/** A picture while it is drawn on the layers. */
export type OpenPicture = Opened & {
  /** Another picture of the same size comes below the regions; the one before stays until something of it is there. */
  readonly setSource: (source: ImageSource) => void;
  readonly drawers: LayersSettings['drawers'];
  /** Says where the pointer is, before a frame. */
  readonly point: (at: ReturnType<PointerInput['at']>) => void;
  /** The screen has another size. */
  readonly show: () => void;
  readonly setTone: (tone: Tone) => void;
  readonly paintAnew: () => void;
  /** All that was painted is lost. */
  readonly forget: () => void;
  readonly setLooks: (lookOf: LookOf) => void;
  readonly isSharp: () => boolean;
  /** Returns the canvases that it painted on. */
  readonly stop: () => ReturnType<MakeCanvas>[];
};

/** How near the pointer must be to what it points at, in pixels of the screen. */
const HOVER_REACH = 4;
/** Of more regions in view small ones are drawn with fewer lines. */
const MOST_DETAILED = 3000;

/** Draws what an editor holds on a picture, until it is stopped. */
export function openPicture(settings: OpenSettings): OpenPicture {
  const { editor, source, slices, makeCanvas, touch, screen, view } = settings;
  const { store, index } = editor;
  let { lookOf } = settings;
  let hovered: string | undefined;
  let pointer: ReturnType<PointerInput['at']>;
  const cameraNow = (): Camera => store.get('camera') as EditorRecords & { type: 'camera' };
  const shown = (): Shown => {
    const { size, ratio } = screen();
    return { camera: cameraNow(), screen: size, ratio };
  };

  const stack = createRegionStack(editor);
  const active = createActiveRegions(editor);
  const settling = createSettlingStroke(editor);
  const flags = createFlags(editor);
  const hatches = createHatches(makeCanvas);
  const masks = createMaskBitmaps(slices, makeCanvas, (bounds) => {
    resting.change([bounds]);
    touch('active', 'overlay');
  });
  const paintSafely = createSafePainter();
  const paintOn = (
    on: Pick<Paint, 'context' | 'pixel' | 'isCrowded'> & { readonly seen: Bounds },
  ): Paint => ({
    ...on,
    ...{ opacity: view().opacity, lookOf, masks, hatches },
  });
  /** The bounds of the masks that are seen. */
  function* maskBounds(seen: Bounds): Generator<Bounds> {
    for (const id of index.search(seen)) {
      const region = regionOf(store, id);
      if (region?.geometry.kind === 'mask') yield boundsOfGeometry(region.geometry)!;
    }
  }

  const paintResting: PaintResting = function* ({ bounds, ...on }) {
    const paint = paintOn(on);
    for (const region of stack.meeting(bounds)) {
      if (active.has(region.id)) continue;
      // What was removed or changed meanwhile is painted anew when this is done.
      paintSafely(paint, region, active.isMarked(region.id));
      yield;
    }
  };
  const drawActive = (context: CanvasRenderingContext2D) => {
    const { camera, screen: size, ratio } = shown();
    const scale = camera.zoom * ratio;
    context.setTransform(scale, 0, 0, scale, -camera.x * scale, -camera.y * scale);
    const seen = visibleBounds(camera, size);
    const paint = paintOn({ context, pixel: 1 / camera.zoom, seen, isCrowded: false });
    for (const region of active.retiring()) paintSafely(paint, region, active.isMarked(region.id));
    for (const region of active.regions()) paintSafely(paint, region, true);
    const handles = handlesShown(editor, paint.pixel, seen);
    paintHandles(context, handles, paint.pixel);
  };
  const drawAbove = (context: CanvasRenderingContext2D) => {
    // What is active is drawn before, and has ordered the masks that it lacks.
    if (!masks.isBusy() && resting.isCurrent()) settling.settle();
    const { hasCrosshair, hasLabels, gridStep } = view();
    const now = shown();
    const seen = visibleBounds(now.camera, now.screen);
    const labelled = hasLabels ? [...stack.meeting(seen)] : [];
    const flagged = flags.meeting(seen);
    const said = { hasCrosshair, gridStep, labelled, flagged };
    const above = { ...now, ...said, pointer, hovered, settling: settling.get() };
    drawOverlay(context, editor, above, lookOf);
  };

  const layerOf = (of: ImageSource) =>
    createImageLayer({ source: of, slices, onChange: () => touch('image') });
  let imageLayer = layerOf(source);
  let below: ImageLayer | undefined;
  let shownSource = source;
  const leaveBelow = () => {
    below?.stop();
    below = undefined;
  };
  const drawImage = (context: CanvasRenderingContext2D) => {
    if (shownSource.isSeen()) leaveBelow();
    (below ?? imageLayer).draw(context);
  };
  const resting = createRestingLayer({
    makeCanvas,
    slices,
    paint: paintResting,
    cost: stack.cost,
    isCrowded: (bounds) => index.search(bounds).length > MOST_DETAILED,
    onBegin: (pixel, seen) => {
      // What is active is painted with the same bitmaps.
      if (!masks.expect(maskBounds(seen), { pixel, seen })) touch('active');
    },
    image: { minX: 0, minY: 0, maxX: source.size.width, maxY: source.size.height },
    onChange: () => {
      touch('resting');
      if (!resting.isCurrent()) return;
      if (active.settle()) touch('active');
      if (settling.get() !== undefined) touch('overlay');
    },
  });

  const show = () => {
    const now = shown();
    // In a panel that is closed there is nothing to show, and no canvas of no size can be drawn.
    if (now.screen.width === 0 || now.screen.height === 0) return;
    imageLayer.show(now);
    // The frame before is drawn until the next one has come.
    below?.show(now);
    resting.show(now);
    touch(...ALL);
  };
  const paintAnew = () => {
    resting.changeAll();
    touch('active', 'overlay');
  };
  const drawers = { image: drawImage, resting: resting.draw, active: drawActive, overlay: drawAbove };
  imageLayer.setTone(view().tone);
  const stopFollowing = followEditor({ editor, active, resting, touch, onCamera: show });

  return {
    editor,
    source,
    drawers,
    point: (at) => {
      pointer = at;
      const camera = cameraNow();
      const isIdle = editor.state.peek() === 'select.idle';
      const found = at && isIdle ? index.at(screenToImage(camera, at), HOVER_REACH / camera.zoom) : [];
      if (found[0]?.id === hovered) return;
      hovered = found[0]?.id;
      touch('overlay');
    },
    show,
    setTone: (tone) => {
      imageLayer.setTone(tone);
      below?.setTone(tone);
    },
    setSource: (next) => {
      if (next === shownSource) return;
      // Of pictures that follow quickly on each other only one that was seen stays.
      if (below === undefined) below = imageLayer;
      else imageLayer.stop();
      shownSource = next;
      imageLayer = layerOf(next);
      imageLayer.setTone(view().tone);
      show();
      paintAnew();
    },
    paintAnew,
    forget: () => {
      masks.forget();
      paintAnew();
      touch(...ALL);
    },
    setLooks: (next) => {
      lookOf = next;
      paintAnew();
    },
    isSharp: () => resting.isSharp() && imageLayer.isComplete() && !masks.isBusy(),
    stop: () => {
      for (const stop of [
        stopFollowing,
        stack.stop,
        settling.stop,
        flags.stop,
        leaveBelow,
        imageLayer.stop,
        masks.stop,
      ])
        stop();
      return resting.stop();
    },
  };
}

const ALL: readonly LayerName[] = ['image', 'resting', 'active', 'overlay'];
