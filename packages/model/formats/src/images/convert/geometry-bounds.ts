import type { Geometry } from '@assay/contracts';
import {
  type Bounds,
  boundsOfPoints,
  boundsOfRotatedBox,
  type Point,
  rleBounds,
  rleOfString,
} from '@assay/geometry';

/** The bounds of a region in image pixels; undefined of what has no place: an image class, an empty mask, no joint. */
export function boundsOfGeometry(geometry: Geometry): Bounds | undefined {
  switch (geometry.kind) {
    case 'box':
      return {
        minX: geometry.x,
        minY: geometry.y,
        maxX: geometry.x + geometry.width,
        maxY: geometry.y + geometry.height,
      };
    case 'rotated-box':
      return boundsOfRotatedBox(geometry);
    case 'polygon':
    case 'polyline':
      return boundsOfPoints(geometry.points);
    case 'point':
      return { minX: geometry.x, minY: geometry.y, maxX: geometry.x, maxY: geometry.y };
    case 'ellipse':
      return boundsOfEllipse(geometry);
    case 'skeleton':
      return boundsOfPoints(placedJoints(geometry));
    case 'mask': {
      const mask = rleOfString(geometry.width, geometry.height, geometry.counts);
      return mask.ok ? rleBounds(mask.value) : undefined;
    }
    case 'image-class':
      return undefined;
  }
}

/** The joints of a skeleton that are somewhere. */
export const placedJoints = (skeleton: Extract<Geometry, { kind: 'skeleton' }>): Point[] =>
  skeleton.joints.filter(({ visibility }) => visibility !== 'absent');

/** Where a turned ellipse reaches furthest along each axis. */
function boundsOfEllipse(ellipse: Extract<Geometry, { kind: 'ellipse' }>): Bounds {
  const { cx, cy, rx, ry, rotation } = ellipse;
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
  const [right, down] = [Math.hypot(rx * cos, ry * sin), Math.hypot(rx * sin, ry * cos)];
  return { minX: cx - right, minY: cy - down, maxX: cx + right, maxY: cy + down };
}
