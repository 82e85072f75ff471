// What needs no window: thumbnails and overlays of exports are painted with it.
export type { Context2d } from './context.ts';
export type { MakeCanvas } from './hatches.ts';
export { type PaintRegions, paintRegions } from './paint-regions.ts';
export type { LookOf, RegionLook } from './region-look.ts';
