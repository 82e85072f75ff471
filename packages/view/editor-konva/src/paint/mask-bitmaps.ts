import type { MaskGeometry } from '@assay/contracts';
import { rleOfMask } from '@assay/editor';
import { areaOfBounds, type Bounds, heightOf, widthOf } from '@assay/geometry';
import type { SlicedWork, Slices } from '../timing/slices.ts';
import { HALO, PICTURE_COLOURS } from './colours.ts';
import type { Drawable } from './context.ts';
import type { MakeCanvas } from './hatches.ts';
import { BESIDE_BORDER, BORDER, INSIDE, type MaskPixels, sampleMask } from './mask-pixels.ts';
import type { Paint } from './paint-region.ts';
import { DASHES, hatchOf, type RegionLook } from './region-look.ts';

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
  /** Is a bitmap being made? */
  readonly isBusy: () => boolean;
  /** What bitmaps held is lost: they are made anew when they are painted. */
  readonly forget: () => void;
  /** Gives up what is being made. */
  readonly stop: () => void;
};

/** The pixels of the largest bitmap, and of all that are kept: 4 and 256 MB. */
const MOST_PIXELS = 2 ** 20;
const MOST_KEPT = 2 ** 26;

type Bitmap = {
  readonly step: number;
  readonly opacity: number;
  readonly pixels: Drawable;
  readonly size: number;
};
type Wanted = { readonly step: number; readonly opacity: number; stop: () => void };
/** What was painted of a region last. */
type Latest = { readonly geometry: MaskGeometry; readonly bounds: Bounds };

/**
 * @param onMade told of the bounds of a mask whose bitmap has become another
 */
export function createMaskBitmaps(
  slices: Pick<Slices, 'run'>,
  makeCanvas: MakeCanvas,
  onMade: (bounds: Bounds) => void,
): MaskBitmaps {
  /** By geometry and colour, in the order in which they were last painted. */
  const kept = new Map<MaskGeometry, Bitmap & { readonly colour: string }>();
  const making = new Map<MaskGeometry, Wanted & { readonly colour: string }>();
  /** The mask of each region that was ordered, and painted, last. */
  const ordered = new Map<string, MaskGeometry>();
  const latest = new Map<string, Latest>();
  let room = MOST_KEPT;

  const keep = (geometry: MaskGeometry, bitmap: Bitmap & { readonly colour: string }) => {
    drop(geometry);
    kept.set(geometry, bitmap);
    room -= bitmap.size;
    for (const [oldest] of kept) {
      if (room >= 0 || oldest === geometry) break;
      drop(oldest);
    }
  };
  const drop = (geometry: MaskGeometry) => {
    room += kept.get(geometry)?.size ?? 0;
    kept.delete(geometry);
  };

  function* make(
    geometry: MaskGeometry,
    bounds: Bounds,
    of: Omit<Wanted, 'stop'> & { colour: string },
  ): SlicedWork & Iterable<unknown> {
    const sampled = yield* sampleMask(rleOfMask(geometry), bounds, of.step);
    const { width, height } = sampled;
    yield;
    const canvas = makeCanvas(width, height);
    const data = canvas.context.createImageData(width, height);
    yield* colourPixels(new Uint32Array(data.data.buffer), sampled, of.colour, of.opacity);
    canvas.context.putImageData(data, 0, 0);
    making.delete(geometry);
    keep(geometry, { ...of, pixels: canvas.pixels, size: width * height });
    onMade(bounds);
  }

  const order = ({ id, geometry, bounds }: PaintedMask, of: Omit<Wanted, 'stop'> & { colour: string }) => {
    const now = making.get(geometry);
    if (now !== undefined && isSame(now, of)) return;
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
    },
    paint: (on, mask) => {
      const { id, geometry, look, bounds, isSelected } = mask;
      const of = {
        step: stepFor(bounds, on.pixel),
        opacity: Math.min(1, on.opacity * (isSelected ? 2.5 : 2)),
        colour: PICTURE_COLOURS[look.colour],
      };
      const known = kept.get(geometry);
      if (known === undefined || !isSame(known, of)) order(mask, of);
      const made = kept.get(geometry);
      const before = latest.get(id);
      if (made !== undefined) {
        latest.set(id, { geometry, bounds });
        kept.delete(geometry);
        kept.set(geometry, made);
        drawBitmap(on, made, bounds);
      } else if (before !== undefined && kept.has(before.geometry)) {
        drawBitmap(on, kept.get(before.geometry)!, isMoved(before.bounds, bounds) ? bounds : before.bounds);
      } else {
        paintFrame(on, of.colour, bounds);
        return;
      }
      paintStatus(on, look, bounds, of.colour, isSelected);
    },
  };
}

function drawBitmap({ context, pixel }: Paint, { step, pixels }: Bitmap, bounds: Bounds): void {
  const [width, height] = [widthOf(bounds), heightOf(bounds)].map((side) => Math.ceil(side / step) * step);
  context.imageSmoothingEnabled = step / pixel < 1;
  context.drawImage(pixels, bounds.minX, bounds.minY, width!, height!);
}

/** Are these bounds of the same size elsewhere? */
const isMoved = (from: Bounds, to: Bounds): boolean =>
  widthOf(from) === widthOf(to) && heightOf(from) === heightOf(to);

const isSame = (
  a: { step: number; opacity: number; colour: string },
  b: { step: number; opacity: number; colour: string },
): boolean => a.step === b.step && a.opacity === b.opacity && a.colour === b.colour;

/** Every so many pixels of the mask, a power of 2: no more than the screen has, and no larger bitmap than may be. */
function stepFor(bounds: Bounds, pixel: number): number {
  const least = Math.sqrt(areaOfBounds(bounds) / MOST_PIXELS);
  return 2 ** Math.max(0, Math.floor(Math.log2(pixel)), Math.ceil(Math.log2(least)));
}

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
  if (hatch === 'none' && look.status === 'accepted' && !isSelected) return;
  const [width, height] = [widthOf(bounds), heightOf(bounds)];
  if (hatch !== 'none') {
    context.fillStyle = on.hatches.patternOf(on, colour, hatch);
    context.fillRect(bounds.minX, bounds.minY, width, height);
  }
  context.strokeStyle = colour;
  context.lineWidth = pixel;
  context.setLineDash(DASHES[look.status].map((length) => length * pixel));
  context.strokeRect(bounds.minX, bounds.minY, width, height);
  context.setLineDash([]);
}

/** How many rows are coloured before work can be left. */
const ROWS_AT_ONCE = 128;

/** Fills the inside with a colour, its border with the same one fully opaque, and what is beside that nearly black. */
function* colourPixels(
  target: Uint32Array,
  { width, height, pixels }: MaskPixels,
  colour: string,
  opacity: number,
): Generator<void, void> {
  const words = new Uint32Array(4);
  words[INSIDE] = wordOf(colour, opacity);
  words[BORDER] = wordOf(colour, 1);
  words[BESIDE_BORDER] = wordOf(HALO, 1);
  for (let y = 0; y < height; y += 1) {
    const row = (y + 1) * (width + 2) + 1;
    for (let x = 0; x < width; x += 1) target[y * width + x] = words[pixels[row + x]!]!;
    if (y % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
  }
}

/** A pixel as the four bytes that it has in memory, in one number. */
function wordOf(colour: string, opacity: number): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return new Uint32Array(Uint8Array.of(red!, green!, blue!, Math.round(opacity * 255)).buffer)[0]!;
}
