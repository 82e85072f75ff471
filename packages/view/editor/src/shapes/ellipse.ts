import { type EllipseGeometry, ellipseGeometry } from '@assay/contracts';
import {
  type Bounds,
  distanceToRing,
  heightOf,
  normaliseAngle,
  type Point,
  ringOfEllipse,
  rotatePoint,
  widthOf,
} from '@assay/geometry';
import { ringMeets } from './ring-meets.ts';
import type { ShapeModule } from './shape-module.ts';
import { angleNumber, ownNumbers } from './shape-number.ts';
import { resizeTurned, type TurnedFrame, turnedHandles } from './turned-frame.ts';

const frameOf = ({ cx, cy, rx, ry, rotation }: EllipseGeometry): TurnedFrame => ({
  bounds: { minX: cx - rx, minY: cy - ry, maxX: cx + rx, maxY: cy + ry },
  rotation,
});

/** Exact: half the width is the root of the sum of the squares of what each radius reaches to the side. */
function boundsOf({ cx, cy, rx, ry, rotation }: EllipseGeometry): Bounds {
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
  const [right, down] = [Math.hypot(rx * cos, ry * sin), Math.hypot(rx * sin, ry * cos)];
  return { minX: cx - right, minY: cy - down, maxX: cx + right, maxY: cy + down };
}

/** Inside, or on the border? */
function isInside({ cx, cy, rx, ry, rotation }: EllipseGeometry, point: Point): boolean {
  if (rx === 0 || ry === 0) return false;
  const { x, y } = rotatePoint(point, { x: cx, y: cy }, -rotation);
  return ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1;
}

export const ellipseShape: ShapeModule<EllipseGeometry> = {
  kind: 'ellipse',
  version: 1,
  schema: ellipseGeometry,
  migrations: {},
  bounds: boundsOf,
  area: ({ rx, ry }) => Math.PI * rx * ry,
  distanceTo: (ellipse, point) =>
    isInside(ellipse, point) ? 0 : distanceToRing(ringOfEllipse(ellipse), point),
  meets: (ellipse, bounds) => ringMeets(ringOfEllipse(ellipse), bounds),
  translate: (ellipse, by) => ({ ...ellipse, cx: ellipse.cx + by.x, cy: ellipse.cy + by.y }),
  borders: (ellipse) => [{ points: ringOfEllipse(ellipse), isClosed: true }],
  numbers: [
    ...ownNumbers<EllipseGeometry>({ x: 'cx', y: 'cy', 'radius-x': 'rx', 'radius-y': 'ry' }),
    angleNumber(),
  ],
  handles: (ellipse, pixel) => turnedHandles(frameOf(ellipse), pixel),
  moveHandle: (ellipse, handle, to, options) => {
    const resized = resizeTurned(frameOf(ellipse), handle, to, options);
    if (resized === undefined) return ellipse;
    const { centre, bounds } = resized;
    return { ...ellipse, cx: centre.x, cy: centre.y, rx: widthOf(bounds) / 2, ry: heightOf(bounds) / 2 };
  },
  removeHandle: undefined,
  rotate: (ellipse, angle, about) => {
    const centre = rotatePoint({ x: ellipse.cx, y: ellipse.cy }, about, angle);
    return { ...ellipse, cx: centre.x, cy: centre.y, rotation: normaliseAngle(ellipse.rotation + angle) };
  },
};
