import type { Camera, Size } from '@assay/editor';
import { type Bounds, boundsMeet, padBounds, uniteBounds } from '@assay/geometry';
import type { Context2d } from '../paint/context.ts';
import type { MakeCanvas } from '../paint/hatches.ts';
import type { Slices } from '../timing/slices.ts';
import { coversScreen, isSharpFor, placeSnapshot, type SnapshotView, snapshotView } from './snapshot-view.ts';

/** Paints what rests in bounds, as far as it does; each step is short. */
export type PaintResting = (on: {
  readonly context: Context2d;
  readonly pixel: number;
  readonly bounds: Bounds;
  /** What of the image the bitmap shows, of which these bounds may be a part. */
  readonly seen: Bounds;
  /** Is so much seen that small shapes must do with one line? */
  readonly isCrowded: boolean;
}) => Iterator<unknown, void>;

export type RestingSettings = {
  readonly makeCanvas: MakeCanvas;
  readonly slices: Pick<Slices, 'run'>;
  readonly paint: PaintResting;
  /** How long painting what rests in bounds would take, in outlines of shapes. */
  readonly cost: (bounds: Bounds) => number;
  readonly isCrowded: (bounds: Bounds) => boolean;
  /** All that rests in bounds will be painted. */
  readonly onBegin: (pixel: number, seen: Bounds) => void;
  readonly image: Bounds;
  /** What is to be shown has become another. */
  readonly onChange: () => void;
};

export type Shown = { readonly camera: Camera; readonly screen: Size; readonly ratio: number };

/** Regions that nobody is changing, as one bitmap that is moved and scaled, and painted anew when the camera rests. */
export type RestingLayer = {
  /** The camera, or the screen, is another one. */
  readonly show: (shown: Shown) => void;
  /** What lies in these bounds is to be painted anew. */
  readonly change: (bounds: readonly Bounds[]) => void;
  /** All of it is to be painted anew. */
  readonly changeAll: () => void;
  readonly draw: (context: CanvasRenderingContext2D) => void;
  /** Shows it what it should, as sharp as it can be? */
  readonly isSharp: () => boolean;
  /** Shows it all that changed, however sharp? */
  readonly isCurrent: () => boolean;
  /** Returns the canvases that it painted on. */
  readonly stop: () => PaintedOn[];
};

type PaintedOn = ReturnType<MakeCanvas>;

type Snapshot = PaintedOn & {
  readonly view: SnapshotView;
  /** Decided once: parts that are painted anew must look as all the rest. */
  readonly isCrowded: boolean;
};
type Painting = {
  readonly snapshot: Snapshot;
  readonly giveUp: () => void;
  /** What changed since it was begun. */
  readonly changed: Bounds[];
  hasBegun: boolean;
};

/** How long the camera must rest before the bitmap is painted anew, in milliseconds: two frames. */
const REST_MS = 34;
/** So many outlines are painted at once when something in their midst changed; more are painted in slices. */
const MOST_AT_ONCE = 400;
/** What lines and points reach beyond their bounds, in pixels of the screen. */
const REACH = 8;

export function createRestingLayer(settings: RestingSettings): RestingLayer {
  const { makeCanvas, slices, paint, cost, image, onChange } = settings;
  let shown: Shown | undefined;
  let now: Snapshot | undefined;
  let spare: Snapshot | undefined;
  let next: Painting | undefined;
  /** Must all be painted again when `next` is done? */
  let isStale = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isCurrent = (): boolean => now !== undefined && next === undefined && !isStale;
  const isSharpNow = (): boolean =>
    shown !== undefined &&
    now !== undefined &&
    isCurrent() &&
    isSharpFor(now.view, shown.camera, shown.screen, shown.ratio);

  const rest = () => {
    timer = undefined;
    if (shown === undefined) return;
    const { camera, screen, ratio } = shown;
    const isUnderWay = next !== undefined && isSharpFor(next.snapshot.view, camera, screen, ratio);
    if (!isUnderWay && (!isSharpNow() || isStale)) begin(true);
  };

  /** What the camera asks for is urgent; what changed otherwise may wait for what is being made for it. */
  const begin = (isUrgent: boolean) => {
    if (shown === undefined) return;
    next?.giveUp();
    isStale = false;
    const snapshot = blankSnapshot(snapshotView(shown.camera, shown.screen, shown.ratio));
    settings.onBegin(1 / snapshot.view.camera.zoom, snapshot.view.bounds);
    next = { snapshot, giveUp: slices.run(paintSnapshot(snapshot), isUrgent), changed: [], hasBegun: false };
  };

  const blankSnapshot = (view: SnapshotView): Snapshot => {
    const reused = spare?.view.width === view.width && spare.view.height === view.height ? spare : undefined;
    spare = undefined;
    const { pixels, context } = reused ?? makeCanvas(view.width, view.height);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, view.width, view.height);
    return { view, pixels, context, isCrowded: settings.isCrowded(view.bounds) };
  };

  function* paintSnapshot(snapshot: Snapshot): Generator<unknown, void> {
    next!.hasBegun = true;
    const { context, view } = snapshot;
    const scale = view.camera.zoom * view.ratio;
    context.setTransform(scale, 0, 0, scale, -view.camera.x * scale, -view.camera.y * scale);
    yield* iterate(
      paint({
        context,
        pixel: 1 / view.camera.zoom,
        bounds: reachOf(view),
        seen: view.bounds,
        isCrowded: snapshot.isCrowded,
      }),
    );
    const changed = next?.changed ?? [];
    next = undefined;
    spare = now;
    now = snapshot;
    if (changed.length > 0) repaint(changed);
    if (isStale) begin(false);
    onChange();
  }

  /** Paints parts of the bitmap anew; when too much lies there, all of it in slices. */
  const repaint = (changed: readonly Bounds[]) => {
    if (now === undefined) return;
    const { view } = now;
    const seen = changed.filter((bounds) => boundsMeet(bounds, reachOf(view)));
    const around = uniteBounds(seen);
    if (around === undefined) return;
    const parts = seen.length > 8 ? [around] : seen;
    const reach = REACH / view.camera.zoom;
    if (parts.reduce((sum, part) => sum + cost(padBounds(part, reach)), 0) > MOST_AT_ONCE) {
      paintAll();
      return;
    }
    for (const part of parts) repaintPart(now, padBounds(part, reach));
  };

  const repaintPart = ({ context, view, isCrowded }: Snapshot, part: Bounds) => {
    const scale = view.camera.zoom * view.ratio;
    const toDevice = (value: number, from: number) => (value - from) * scale;
    const [left, top] = [
      Math.floor(toDevice(part.minX, view.camera.x)),
      Math.floor(toDevice(part.minY, view.camera.y)),
    ];
    const [right, bottom] = [
      Math.ceil(toDevice(part.maxX, view.camera.x)),
      Math.ceil(toDevice(part.maxY, view.camera.y)),
    ];
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    context.clearRect(left, top, right - left, bottom - top);
    context.setTransform(scale, 0, 0, scale, -view.camera.x * scale, -view.camera.y * scale);
    const bounds = padBounds(part, REACH / view.camera.zoom);
    try {
      const work = paint({ context, pixel: 1 / view.camera.zoom, bounds, seen: view.bounds, isCrowded });
      while (work.next().done !== true);
    } finally {
      context.restore();
    }
  };

  const reachOf = (view: SnapshotView): Bounds => padBounds(view.bounds, REACH / view.camera.zoom);

  const paintAll = () => {
    if (next === undefined) begin(false);
    else if (next.hasBegun) isStale = true;
  };

  return {
    show: (shows) => {
      shown = shows;
      const { camera, screen } = shows;
      const isShort = now === undefined || !coversScreen(now.view, camera, screen, image);
      // What is being painted is let be: it shows more than there is.
      if (next === undefined ? isShort : !next.hasBegun) begin(true);
      if (timer !== undefined) clearTimeout(timer);
      timer = setTimeout(rest, REST_MS);
    },
    change: (bounds) => {
      if (next?.hasBegun === true) next.changed.push(...bounds);
      if (now !== undefined) repaint(bounds);
      onChange();
    },
    changeAll: paintAll,
    draw: (context) => {
      if (now === undefined || shown === undefined) return;
      const { x, y, width, height } = placeSnapshot(now.view, shown.camera);
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.imageSmoothingEnabled = width !== now.view.width;
      context.drawImage(now.pixels, x, y, width, height);
    },
    isSharp: isSharpNow,
    isCurrent,
    stop: () => {
      clearTimeout(timer);
      next?.giveUp();
      return [now, spare, next?.snapshot].flatMap((each) => each ?? []);
    },
  };
}

function* iterate(work: Iterator<unknown, void>): Generator<unknown, void> {
  while (work.next().done !== true) yield;
}
