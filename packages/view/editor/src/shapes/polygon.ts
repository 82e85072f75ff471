import { type PolygonGeometry, polygonGeometry } from '@assay/contracts';
import {
  addPoints,
  boundsOfPoints,
  distanceToRing,
  type Point,
  ringArea,
  ringContains,
  rotatePoint,
} from '@assay/geometry';
import { ringMeets } from './ring-meets.ts';
import type { ShapeModule } from './shape-module.ts';
import { placeNumbers } from './shape-number.ts';
import { moveVertexHandle, vertexHandles, withoutVertex } from './vertex-handles.ts';

const boundsOf = ({ points }: PolygonGeometry) => boundsOfPoints(points);
const translate = (polygon: PolygonGeometry, by: Point): PolygonGeometry => ({
  ...polygon,
  points: polygon.points.map((point) => addPoints(point, by)),
});

export const polygonShape: ShapeModule<PolygonGeometry> = {
  kind: 'polygon',
  version: 1,
  schema: polygonGeometry,
  migrations: {},
  bounds: boundsOf,
  area: ({ points }) => ringArea(points),
  distanceTo: ({ points }, point) => (ringContains(points, point) ? 0 : distanceToRing(points, point)),
  meets: ({ points }, bounds) => ringMeets(points, bounds),
  translate,
  borders: ({ points }) => [{ points, isClosed: true }],
  numbers: placeNumbers(boundsOf, translate),
  handles: ({ points }) => vertexHandles(points, true),
  moveHandle: (polygon, handle, to) => {
    const points = moveVertexHandle(polygon.points, true, handle, to);
    return points === undefined ? polygon : { ...polygon, points };
  },
  removeHandle: (polygon, handle) => {
    const points = withoutVertex(polygon.points, handle, 3);
    return points === undefined ? undefined : { ...polygon, points };
  },
  rotate: (polygon, angle, about) => ({
    ...polygon,
    points: polygon.points.map((point) => rotatePoint(point, about, angle)),
  }),
};
