import { type PointGeometry, pointGeometry } from '@assay/contracts';
import { boundsContainPoint, distance, rotatePoint } from '@assay/geometry';
import type { ShapeModule } from './shape-module.ts';
import { ownNumbers } from './shape-number.ts';

export const pointShape: ShapeModule<PointGeometry> = {
  kind: 'point',
  version: 1,
  schema: pointGeometry,
  migrations: {},
  bounds: ({ x, y }) => ({ minX: x, minY: y, maxX: x, maxY: y }),
  area: () => 0,
  distanceTo: distance,
  meets: (point, bounds) => boundsContainPoint(bounds, point),
  translate: (point, by) => ({ ...point, x: point.x + by.x, y: point.y + by.y }),
  borders: () => [],
  numbers: ownNumbers<PointGeometry>({ x: 'x', y: 'y' }),
  // It is moved as a whole.
  handles: () => [],
  moveHandle: (point) => point,
  removeHandle: undefined,
  rotate: (point, angle, about) => ({ ...point, ...rotatePoint(point, about, angle) }),
};
