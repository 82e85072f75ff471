import type { Bounds } from '../geometry/bounds.ts';
import type { Rle } from '../rle/rle.ts';
import { rleArea, rleBounds, rleContains, rleMeets } from '../rle/rle-measures.ts';
import { shiftRle } from '../rle/rle-merge.ts';
import { rleOfString, rleToString } from '../rle/rle-string.ts';
import { type MaskGeometry, maskGeometry } from './geometry.ts';
import type { ShapeModule } from './shape-module.ts';

const decoded = new WeakMap<MaskGeometry, { readonly rle: Rle; readonly bounds: Bounds | undefined }>();

/** What a mask says, decoded once for each geometry. */
function read(mask: MaskGeometry) {
  const known = decoded.get(mask);
  if (known !== undefined) return known;
  const rle = rleOfString(mask.width, mask.height, mask.counts);
  if (!rle.ok) throw new Error(`A mask that was not checked came in: ${rle.reason}.`);
  const made = { rle: rle.value, bounds: rleBounds(rle.value) };
  decoded.set(mask, made);
  return made;
}

/** The run lengths of a mask. */
export const rleOfMask = (mask: MaskGeometry): Rle => read(mask).rle;

/** The mask of run lengths. */
export const maskOfRle = (rle: Rle): MaskGeometry => ({
  kind: 'mask',
  version: 1,
  width: rle.width,
  height: rle.height,
  counts: rleToString(rle),
});

export const maskShape: ShapeModule<MaskGeometry> = {
  kind: 'mask',
  version: 1,
  schema: maskGeometry,
  migrations: {},
  bounds: (mask) => read(mask).bounds,
  area: (mask) => rleArea(read(mask).rle),
  distanceTo: (mask, point) => (rleContains(read(mask).rle, point) ? 0 : Infinity),
  meets: (mask, bounds) => rleMeets(read(mask).rle, bounds),
  /** By whole pixels; what leaves the image is lost. */
  translate: (mask, by) => maskOfRle(shiftRle(read(mask).rle, Math.round(by.x), Math.round(by.y))),
  handles: () => [],
  moveHandle: (mask) => mask,
  removeHandle: undefined,
  rotate: undefined,
};
