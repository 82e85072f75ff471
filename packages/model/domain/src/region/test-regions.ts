import type { BoxGeometry, MaskGeometry, PolygonGeometry, RegionValue } from '@assay/contracts';
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

/** A region of a place, with ids that tests can read. */
export const region = (
  at: number,
  geometry: RegionValue['geometry'],
  labelId: string | null = null,
  attributes: Record<string, string | number | boolean> = {},
): RegionValue => ({
  type: 'region',
  id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
  geometry,
  label: labelId === null ? null : { labelId, attributes },
  order: at,
  groupId: null,
});
