import { byHeight, type Camera, type RegionRecord } from '@assay/editor';
import type { SlicedWork } from '../timing/slices.ts';
import type { Context2d } from './context.ts';
import { createHatches, type MakeCanvas } from './hatches.ts';
import { createMaskBitmaps } from './mask-bitmaps.ts';
import { type Paint, paintRegion } from './paint-region.ts';
import type { LookOf } from './region-look.ts';

export type PaintRegions = {
  /** What is painted on; the image is there already. */
  readonly context: Context2d;
  /** The image point in the upper left corner, and pixels of the canvas for each pixel of the image. */
  readonly camera: Camera;
  readonly lookOf: LookOf;
  /** Of the insides of regions, 0 to 1. */
  readonly opacity: number;
  readonly makeCanvas: MakeCanvas;
};

/**
 * Paints regions as the editor shows them, at once: for thumbnails and overlays of exports. It needs no window: a canvas
 * with the interface of the browser's is enough.
 */
export function paintRegions(regions: readonly RegionRecord[], settings: PaintRegions): void {
  const { context, camera, lookOf, opacity, makeCanvas } = settings;
  const atOnce = (work: SlicedWork) => {
    while (work.next().done !== true);
    return () => {};
  };
  const masks = createMaskBitmaps({ run: atOnce }, makeCanvas, () => {});
  const paint: Paint = {
    context,
    pixel: 1 / camera.zoom,
    opacity,
    lookOf,
    masks,
    hatches: createHatches(makeCanvas),
    isCrowded: false,
  };
  context.save();
  context.setTransform(camera.zoom, 0, 0, camera.zoom, -camera.x * camera.zoom, -camera.y * camera.zoom);
  for (const region of regions.toSorted(byHeight)) paintRegion(paint, region);
  context.restore();
}
