import { type MaskGeometry, maskGeometry } from '@assay/contracts';
import {
  type Bounds,
  type Point,
  type Rle,
  rleArea,
  rleBounds,
  rleContains,
  rleMeets,
  rleOfString,
  rleToString,
  shiftRle,
} from '@assay/geometry';
import type { ShapeModule } from './shape-module.ts';
import { placeNumbers } from './shape-number.ts';

type Decoded = { readonly rle: Rle; readonly bounds: Bounds | undefined };

const decoded = new WeakMap<MaskGeometry, Decoded>();

/** What a mask says, decoded once for each geometry. */
function read(mask: MaskGeometry): Decoded {
  const known = decoded.get(mask);
  if (known !== undefined) return known;
  const rle = rleOfString(mask.width, mask.height, mask.counts);
  if (!rle.ok) throw new Error(`A mask that was not checked came in: ${rle.reason}.`);
  return remember(mask, rle.value);
}

function remember(mask: MaskGeometry, rle: Rle): Decoded {
  const made = { rle, bounds: rleBounds(rle) };
  decoded.set(mask, made);
  return made;
}

/** The run lengths of a mask. */
export const rleOfMask = (mask: MaskGeometry): Rle => read(mask).rle;

/** The mask of run lengths, which need not be decoded again. */
export function maskOfRle(rle: Rle): MaskGeometry {
  const { width, height } = rle;
  const mask: MaskGeometry = { kind: 'mask', version: 1, width, height, counts: rleToString(rle) };
  remember(mask, rle);
  return mask;
}

const boundsOf = (mask: MaskGeometry) => read(mask).bounds;

/** By whole pixels; what leaves the image is lost. */
const translate = (mask: MaskGeometry, by: Point): MaskGeometry =>
  maskOfRle(shiftRle(read(mask).rle, Math.round(by.x), Math.round(by.y)));

export const maskShape: ShapeModule<MaskGeometry> = {
  kind: 'mask',
  version: 1,
  schema: maskGeometry,
  migrations: {},
  bounds: boundsOf,
  area: (mask) => rleArea(read(mask).rle),
  distanceTo: (mask, point) => (rleContains(read(mask).rle, point) ? 0 : Infinity),
  meets: (mask, bounds) => rleMeets(read(mask).rle, bounds),
  translate,
  borders: () => [],
  numbers: placeNumbers(boundsOf, translate),
  handles: () => [],
  moveHandle: (mask) => mask,
  removeHandle: undefined,
  rotate: undefined,
};
