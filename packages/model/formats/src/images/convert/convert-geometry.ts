import type { Geometry } from '@assay/contracts';
import {
  centreOf,
  cornersOf,
  heightOf,
  type Point,
  type Ring,
  ringsOfRle,
  rleOfString,
  rotatedCorners,
  rotatePoint,
  widthOf,
} from '@assay/geometry';
import { boundsOfGeometry } from './geometry-bounds.ts';

/** Kinds that others are turned into. */
export type TargetKind = 'box' | 'rotated-box' | 'polygon';

/** Corners of the polygon that stands for an ellipse: it differs from it by less than 0.13% of the larger radius. */
const ELLIPSE_CORNERS = 64;

/**
 * A region as regions of another kind: as a box the bounds; as a rotated box the same rectangle, the one around an
 * ellipse, or else the bounds; as polygons the corners, 64 points of an ellipse, and of a mask its outer borders along
 * the edges of pixels, one region each, with holes filled. None where there is nothing left: an empty mask, no joint.
 */
export function convertGeometry(geometry: Geometry, to: TargetKind): Geometry[] {
  switch (to) {
    case 'box':
      return boxOf(geometry);
    case 'rotated-box':
      return rotatedBoxOf(geometry);
    case 'polygon':
      return ringsOf(geometry).map((points) => ({ kind: 'polygon', version: 1, points }));
  }
}

function boxOf(geometry: Geometry): Geometry[] {
  const bounds = boundsOfGeometry(geometry);
  if (bounds === undefined) return [];
  const { minX: x, minY: y } = bounds;
  return [{ kind: 'box', version: 1, x, y, width: widthOf(bounds), height: heightOf(bounds) }];
}

function rotatedBoxOf(geometry: Geometry): Geometry[] {
  if (geometry.kind === 'ellipse') {
    const { cx, cy, rx, ry, rotation } = geometry;
    return [{ kind: 'rotated-box', version: 1, cx, cy, width: 2 * rx, height: 2 * ry, rotation }];
  }
  const bounds = boundsOfGeometry(geometry);
  if (bounds === undefined) return [];
  const { x: cx, y: cy } = centreOf(bounds);
  const [width, height] = [widthOf(bounds), heightOf(bounds)];
  return [{ kind: 'rotated-box', version: 1, cx, cy, width, height, rotation: 0 }];
}

function ringsOf(geometry: Geometry): Ring[] {
  switch (geometry.kind) {
    case 'polygon':
      return [geometry.points];
    case 'rotated-box':
      return [rotatedCorners(geometry)];
    case 'ellipse':
      return [cornersOfEllipse(geometry)];
    case 'mask': {
      const mask = rleOfString(geometry.width, geometry.height, geometry.counts);
      return mask.ok ? ringsOfRle(mask.value).filter(isOuter) : [];
    }
    default: {
      const bounds = boundsOfGeometry(geometry);
      return bounds === undefined ? [] : [cornersOf(bounds)];
    }
  }
}

function cornersOfEllipse({ cx, cy, rx, ry, rotation }: Extract<Geometry, { kind: 'ellipse' }>): Point[] {
  const centre = { x: cx, y: cy };
  return Array.from({ length: ELLIPSE_CORNERS }, (_, at) => {
    const angle = (2 * Math.PI * at) / ELLIPSE_CORNERS;
    return rotatePoint({ x: cx + rx * Math.cos(angle), y: cy + ry * Math.sin(angle) }, centre, rotation);
  });
}

/** Borders of holes go the other way round. */
function isOuter(ring: Ring): boolean {
  let twice = 0;
  for (const [at, a] of ring.entries()) {
    const b = ring[(at + 1) % ring.length]!;
    twice += a.x * b.y - b.x * a.y;
  }
  return twice > 0;
}
