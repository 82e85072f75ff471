import type { MaskGeometry } from '@assay/contracts';
import { rleOfMask } from '@assay/editor';
import { type Bounds, heightOf, type Point, padBounds, widthOf } from '@assay/geometry';
import type { SlicedWork, Slices } from '../timing/slices.ts';
import { HALO, PICTURE_COLOURS } from './colours.ts';
import type { Drawable } from './context.ts';
import type { MakeCanvas } from './hatches.ts';
import { edgesOfMask } from './mask-edges.ts';
import { BESIDE_BORDER, BORDER, INSIDE, type MaskPixels, sampleMask } from './mask-pixels.ts';
import { type MaskScreen, type MaskView, servesView, sizeOfView, viewOfMask } from './mask-view.ts';
import type { Paint } from './paint-region.ts';
import { dashOf, hatchOf, type RegionLook } from './region-look.ts';
import { strokeWithHalo } from './stroke-with-halo.ts';

type PaintedMask = {
  /** Of the region. */
  readonly id: string;
  readonly geometry: MaskGeometry;
  readonly look: RegionLook;
  readonly bounds: Bounds;
  readonly isSelected: boolean;
};

/** Masks as bitmaps, made when they are first seen and kept while there is room. */
export type MaskBitmaps = {
  /** Paints a mask; before its bitmap is made, what the region was before, moved with it, or its bounds. */
  readonly paint: (on: Paint, mask: PaintedMask) => void;
  /**
   * Says which masks will be painted, by their bounds: of more than there is room for, all are made coarser. Returns
   * whether they are as coarse as before.
   */
  readonly expect: (bounds: Iterable<Bounds>, on: Omit<MaskScreen, 'coarser'>) => boolean;
  /** Is a bitmap being made? */
  readonly isBusy: () => boolean;
  /** What bitmaps held is lost: they are made anew when they are painted. */
  readonly forget: () => void;
  /** Gives up what is being made, and gives back what was. */
  readonly stop: () => void;
};

/** The pixels of all bitmaps that are kept: 256 MB. */
const MOST_KEPT = 2 ** 26;
/** What those that are seen may take of it: the others have been seen, or will be. */
const SHARE_SEEN = 0.75;

type Wanted = { readonly view: MaskView; readonly opacity: number; readonly colour: string };
type Bitmap = Wanted & {
  readonly pixels: Drawable;
  readonly release: (() => void) | undefined;
  readonly size: number;
  /** The border between pixels, where it is a line. */
  readonly edges: Float32Array | undefined;
};
/** What was painted of a region last. */
type Latest = { readonly geometry: MaskGeometry; readonly bounds: Bounds };

/**
 * @param onMade told of the bounds of a mask whose bitmap has become another
 * @param most how many pixels of bitmaps are kept
 */
export function createMaskBitmaps(
  slices: Pick<Slices, 'run'>,
  makeCanvas: MakeCanvas,
  onMade: (bounds: Bounds) => void,
  most = MOST_KEPT,
): MaskBitmaps {
  /** By geometry, in the order in which they were last painted. */
  const kept = new Map<MaskGeometry, Bitmap>();
  const making = new Map<MaskGeometry, Wanted & { stop: () => void }>();
  /** The mask of each region that was ordered, and painted, last. */
  const ordered = new Map<string, MaskGeometry>();
  const latest = new Map<string, Latest>();
  let room = most;
  let coarser = 0;
  /**
   * What one mask after another is read and coloured in: megabytes for each of many would keep the collector of garbage
   * at work. Masks are made one after the other, and of one that is given up nothing is left that the next does not
   * write over.
   */
  let scratch: Uint8Array | undefined;
  let coloured: ImageData | undefined;

  const keep = (geometry: MaskGeometry, bitmap: Bitmap) => {
    drop(geometry);
    kept.set(geometry, bitmap);
    room -= bitmap.size;
    for (const [oldest] of kept) {
      if (room >= 0 || oldest === geometry) break;
      drop(oldest);
    }
  };
  const drop = (geometry: MaskGeometry) => {
    const bitmap = kept.get(geometry);
    if (bitmap === undefined) return;
    room += bitmap.size;
    bitmap.release?.();
    kept.delete(geometry);
  };

  function* make(geometry: MaskGeometry, bounds: Bounds, of: Wanted): SlicedWork & Iterable<unknown> {
    const { step, part, isOutlined } = of.view;
    // With what lies around it, or it would have a border where it is cut.
    const sampled = yield* sampleMask(rleOfMask(geometry), padBounds(part, step), step, scratch);
    scratch = sampled.pixels;
    const { width, height } = sampled;
    yield;
    const canvas = makeCanvas(width, height);
    if (coloured?.width !== width || coloured.height !== height) {
      coloured = canvas.context.createImageData(width, height);
    }
    yield* colourPixels(new Uint32Array(coloured.data.buffer), sampled, of);
    yield;
    canvas.context.putImageData(coloured, 0, 0);
    yield;
    const edges = isOutlined ? yield* edgesOfMask(sampled) : undefined;
    making.delete(geometry);
    const { pixels, release } = canvas;
    keep(geometry, { ...of, pixels, release, size: width * height, edges });
    onMade(bounds);
  }

  const order = ({ id, geometry, bounds }: PaintedMask, of: Wanted, seen: Bounds | undefined) => {
    const now = making.get(geometry);
    if (now !== undefined && serves(now, of, seen)) return;
    giveUp(geometry);
    // A region that is dragged has another mask in each frame.
    const before = ordered.get(id);
    if (before !== undefined && before !== geometry) giveUp(before);
    ordered.set(id, geometry);
    const wanted = { ...of, stop: () => {} };
    making.set(geometry, wanted);
    wanted.stop = slices.run(make(geometry, bounds, of));
  };
  const giveUp = (geometry: MaskGeometry) => {
    making.get(geometry)?.stop();
    making.delete(geometry);
  };

  return {
    isBusy: () => making.size > 0,
    forget: () => {
      for (const geometry of [...kept.keys()]) drop(geometry);
    },
    stop: () => {
      for (const geometry of [...making.keys()]) giveUp(geometry);
      for (const geometry of [...kept.keys()]) drop(geometry);
      [scratch, coloured] = [undefined, undefined];
    },
    expect: (all, on) => {
      const before = coarser;
      let pixels = 0;
      for (const bounds of all) {
        const view = viewOfMask(bounds, { ...on, coarser: 0 });
        if (view !== undefined) pixels += sizeOfView(view);
      }
      coarser = Math.max(0, Math.ceil(Math.log(pixels / (SHARE_SEEN * most)) / Math.log(4)));
      return coarser === before;
    },
    paint: (on, mask) => {
      const { id, geometry, look, bounds, isSelected } = mask;
      const view = viewOfMask(bounds, { pixel: on.pixel, seen: on.seen, coarser });
      if (view === undefined) return;
      const of = {
        view,
        opacity: Math.min(1, on.opacity * (isSelected ? 2.5 : 2)),
        colour: PICTURE_COLOURS[look.colour],
      };
      const known = kept.get(geometry);
      if (known === undefined || !serves(known, of, on.seen)) order(mask, of, on.seen);
      const made = kept.get(geometry);
      const before = latest.get(id);
      if (made !== undefined) {
        latest.set(id, { geometry, bounds });
        kept.delete(geometry);
        kept.set(geometry, made);
        drawBitmap(on, made, look, isSelected);
      } else if (before !== undefined && kept.has(before.geometry)) {
        const by = isMoved(before.bounds, bounds)
          ? { x: bounds.minX - before.bounds.minX, y: bounds.minY - before.bounds.minY }
          : undefined;
        drawBitmap(on, kept.get(before.geometry)!, look, isSelected, by);
      } else {
        paintFrame(on, of.colour, bounds);
        return;
      }
      paintStatus(on, look, bounds, of.colour, isSelected);
    },
  };
}

function drawBitmap(
  { context, pixel }: Paint,
  { view, pixels, edges }: Bitmap,
  look: RegionLook,
  isSelected: boolean,
  by: Point = { x: 0, y: 0 },
): void {
  const { step, part } = view;
  const [left, top] = [part.minX - step + by.x, part.minY - step + by.y];
  const [width, height] = [widthOf(part), heightOf(part)].map((side) => (Math.ceil(side / step) + 2) * step);
  context.imageSmoothingEnabled = step / pixel < 1;
  context.drawImage(pixels, left, top, width!, height!);
  if (edges === undefined) return;
  context.beginPath();
  for (let at = 0; at < edges.length; at += 4) {
    context.moveTo(left + edges[at]!, top + edges[at + 1]!);
    context.lineTo(left + edges[at + 2]!, top + edges[at + 3]!);
  }
  strokeWithHalo(context, pixel, look, isSelected);
}

/** Are these bounds of the same size elsewhere? */
const isMoved = (from: Bounds, to: Bounds): boolean =>
  widthOf(from) === widthOf(to) && heightOf(from) === heightOf(to);

const serves = (made: Wanted, wanted: Wanted, seen: Bounds | undefined): boolean =>
  made.opacity === wanted.opacity &&
  made.colour === wanted.colour &&
  servesView(made.view, wanted.view, seen);

/** Where a mask is, while its pixels are not there yet. */
function paintFrame({ context, pixel }: Paint, colour: string, bounds: Bounds): void {
  context.strokeStyle = colour;
  context.lineWidth = pixel;
  context.setLineDash([pixel, 3 * pixel]);
  context.strokeRect(bounds.minX, bounds.minY, widthOf(bounds), heightOf(bounds));
  context.setLineDash([]);
}

/** A mask has no line that could be dashed: what is not simply accepted has a frame, and a hatch in it. */
function paintStatus(on: Paint, look: RegionLook, bounds: Bounds, colour: string, isSelected: boolean): void {
  const { context, pixel } = on;
  const hatch = hatchOf(look);
  if (hatch === 'none' && dashOf(look).length === 0 && !isSelected) return;
  const [width, height] = [widthOf(bounds), heightOf(bounds)];
  if (hatch !== 'none') {
    context.fillStyle = on.hatches.patternOf(on, colour, hatch);
    context.fillRect(bounds.minX, bounds.minY, width, height);
  }
  context.strokeStyle = colour;
  context.lineWidth = pixel;
  context.setLineDash(dashOf(look).map((length) => length * pixel));
  context.strokeRect(bounds.minX, bounds.minY, width, height);
  context.setLineDash([]);
}

/** How many rows are coloured before work can be left. */
const ROWS_AT_ONCE = 128;

/**
 * Fills the inside with a colour, its border with the same one fully opaque, and what is beside that nearly black; where
 * the border is a line, all of the inside alike. The outermost pixels stay blank.
 */
function* colourPixels(
  target: Uint32Array,
  { width, height, pixels }: MaskPixels,
  { colour, opacity, view }: Wanted,
): Generator<void, void> {
  const inside = wordOf(colour, opacity);
  const words = new Uint32Array(4);
  words[INSIDE] = inside;
  words[BORDER] = view.isOutlined ? inside : wordOf(colour, 1);
  words[BESIDE_BORDER] = view.isOutlined ? inside : wordOf(HALO, 1);
  for (let y = 1; y < height - 1; y += 1) {
    const row = (y + 1) * (width + 2) + 1;
    for (let x = 1; x < width - 1; x += 1) target[y * width + x] = words[pixels[row + x]!]!;
    if (y % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
  }
}

/** A pixel as the four bytes that it has in memory, in one number. */
function wordOf(colour: string, opacity: number): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return new Uint32Array(Uint8Array.of(red!, green!, blue!, Math.round(opacity * 255)).buffer)[0]!;
}
