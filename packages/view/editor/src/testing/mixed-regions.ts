import type { Geometry } from '@assay/contracts';
import type { RegionRecord } from '../index.ts';

/** The image of `mixedRegions`. */
export const MIXED_IMAGE = { width: 4000, height: 3000 };

/** A square grid of boxes, polygons, ellipses and points by turns. */
export function mixedRegions(count: number): RegionRecord[] {
  const side = Math.ceil(Math.sqrt(count));
  const [stepX, stepY] = [MIXED_IMAGE.width / side, MIXED_IMAGE.height / side];
  return Array.from({ length: count }, (_, at) => ({
    id: `region-${at}`,
    type: 'region',
    geometry: mixedGeometry(at, (at % side) * stepX, Math.floor(at / side) * stepY, stepX * 0.8, stepY * 0.8),
    label: null,
    order: at,
    groupId: null,
  }));
}

function mixedGeometry(at: number, x: number, y: number, width: number, height: number): Geometry {
  const [cx, cy] = [x + width / 2, y + height / 2];
  if (at % 4 === 0) return { kind: 'box', version: 1, x, y, width, height };
  if (at % 4 === 1) return { kind: 'point', version: 1, x: cx, y: cy };
  if (at % 4 === 2) {
    return { kind: 'ellipse', version: 1, cx, cy, rx: width / 2, ry: height / 2, rotation: at };
  }
  const points = Array.from({ length: 12 }, (__, corner) => ({
    x: cx + (width / 2) * Math.cos((corner * Math.PI) / 6),
    y: cy + (height / 2) * Math.sin((corner * Math.PI) / 6),
  }));
  return { kind: 'polygon', version: 1, points };
}
