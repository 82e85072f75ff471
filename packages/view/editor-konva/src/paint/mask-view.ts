import {
  areaOfBounds,
  type Bounds,
  boundsContain,
  heightOf,
  intersectBounds,
  widthOf,
} from '@assay/geometry';

/** How a mask is seen: every so many pixels of it, a power of 2, in a part of it. */
export type MaskView = {
  readonly step: number;
  /** In pixels of the image. */
  readonly part: Bounds;
  /** Are its pixels so large that its border is a line between them? */
  readonly isOutlined: boolean;
};

/** Of a bitmap: 16 MB, which is more than a large screen shows with what lies around it. */
const MOST_PIXELS = 2 ** 22;
/** Parts begin and end at multiples of so many pixels, so that a pan does not ask for another one at once. */
const GRID = 256;
/** From so many pixels of the screen for one of the image on, a border one pixel wide would hide what it borders. */
const OUTLINED_FROM = 2;

/** How much of the screen a mask is seen on. */
export type MaskScreen = {
  /** How much of the image one pixel of the screen shows. */
  readonly pixel: number;
  /** What of the image is seen; all of it where it is left out. */
  readonly seen?: Bounds | undefined;
  /** By how many powers of 2 all masks are coarser, because there are too many of them. */
  readonly coarser: number;
};

/** No more pixels than the screen has: where even those are too many, those that are seen. Undefined where none is. */
export function viewOfMask(bounds: Bounds, { pixel, seen, coarser }: MaskScreen): MaskView | undefined {
  const visible = seen === undefined ? bounds : intersectBounds(bounds, seen);
  if (visible === undefined) return undefined;
  let step = 2 ** (Math.max(0, Math.floor(Math.log2(pixel) + 1e-9)) + coarser);
  const partAt = (): Bounds =>
    areaOfBounds(bounds) / step ** 2 <= MOST_PIXELS ? bounds : outwards(visible, GRID * step, bounds);
  while (areaOfBounds(partAt()) / step ** 2 > MOST_PIXELS) step *= 2;
  return { step, part: partAt(), isOutlined: step === 1 && pixel <= 1 / OUTLINED_FROM };
}

/** Does one view show all that another one does, as well? */
export function servesView(made: MaskView, wanted: MaskView, seen: Bounds | undefined): boolean {
  if (made.step !== wanted.step || made.isOutlined !== wanted.isOutlined) return false;
  const visible = seen === undefined ? wanted.part : intersectBounds(wanted.part, seen);
  return visible === undefined || boundsContain(made.part, visible);
}

/** The pixels of a bitmap of a view. */
export const sizeOfView = ({ step, part }: MaskView): number =>
  Math.ceil(widthOf(part) / step) * Math.ceil(heightOf(part) / step);

function outwards(bounds: Bounds, grid: number, within: Bounds): Bounds {
  return {
    minX: Math.max(within.minX, Math.floor(bounds.minX / grid) * grid),
    minY: Math.max(within.minY, Math.floor(bounds.minY / grid) * grid),
    maxX: Math.min(within.maxX, Math.ceil(bounds.maxX / grid) * grid),
    maxY: Math.min(within.maxY, Math.ceil(bounds.maxY / grid) * grid),
  };
}
