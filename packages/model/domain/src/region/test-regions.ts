import type { BoxGeometry, MaskGeometry, PolygonGeometry } from '@assay/contracts';
import { type Rle, rleToString } from '@assay/geometry';

export const box = (x: number, y: number, width: number, height: number): BoxGeometry => ({
  kind: 'box',
  version: 1,
  x,
  y,
  width,
  height,
});

export const polygon = (...points: readonly (readonly [number, number])[]): PolygonGeometry => ({
  kind: 'polygon',
  version: 1,
  points: points.map(([x, y]) => ({ x, y })),
});

export const maskOfRle = (rle: Rle): MaskGeometry => ({
  kind: 'mask',
  version: 1,
  width: rle.width,
  height: rle.height,
  counts: rleToString(rle),
});
