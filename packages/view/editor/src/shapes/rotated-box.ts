import { type RotatedBoxGeometry, rotatedBoxGeometry } from '@assay/contracts';
import {
  type Bounds,
  boundsOfRotatedBox,
  heightOf,
  normaliseAngle,
  pointInBox,
  rotatedCorners,
  rotatePoint,
  widthOf,
} from '@assay/geometry';
import { ringMeets } from './ring-meets.ts';
import type { ShapeModule } from './shape-module.ts';
import { angleNumber, ownNumbers } from './shape-number.ts';
import { resizeTurned, type TurnedFrame, turnedHandles } from './turned-frame.ts';

/** The box as it is before it is turned. */
const frameOf = ({ cx, cy, width, height, rotation }: RotatedBoxGeometry): TurnedFrame => {
  const bounds: Bounds = {
    minX: cx - width / 2,
    minY: cy - height / 2,
    maxX: cx + width / 2,
    maxY: cy + height / 2,
  };
  return { bounds, rotation };
};

export const rotatedBoxShape: ShapeModule<RotatedBoxGeometry> = {
  kind: 'rotated-box',
  version: 1,
  schema: rotatedBoxGeometry,
  migrations: {},
  bounds: boundsOfRotatedBox,
  area: ({ width, height }) => width * height,
  distanceTo: (box, point) => {
    const { x, y } = pointInBox(box, point);
    return Math.hypot(Math.max(0, Math.abs(x) - box.width / 2), Math.max(0, Math.abs(y) - box.height / 2));
  },
  meets: (box, bounds) => ringMeets(rotatedCorners(box), bounds),
  translate: (box, by) => ({ ...box, cx: box.cx + by.x, cy: box.cy + by.y }),
  borders: (box) => [{ points: rotatedCorners(box), isClosed: true }],
  numbers: [
    ...ownNumbers<RotatedBoxGeometry>({ x: 'cx', y: 'cy', width: 'width', height: 'height' }),
    angleNumber(),
  ],
  handles: (box, pixel) => turnedHandles(frameOf(box), pixel),
  moveHandle: (box, handle, to, options) => {
    const resized = resizeTurned(frameOf(box), handle, to, options);
    if (resized === undefined) return box;
    const { centre, bounds } = resized;
    return { ...box, cx: centre.x, cy: centre.y, width: widthOf(bounds), height: heightOf(bounds) };
  },
  removeHandle: undefined,
  rotate: (box, angle, about) => {
    const centre = rotatePoint({ x: box.cx, y: box.cy }, about, angle);
    return { ...box, cx: centre.x, cy: centre.y, rotation: normaliseAngle(box.rotation + angle) };
  },
};
