import { type PolylineGeometry, polylineGeometry } from '@assay/contracts';
import {
  addPoints,
  boundsOfPoints,
  distanceToSegment,
  type Point,
  rotatePoint,
  stretchesOf,
} from '@assay/geometry';
import { lineMeets } from './ring-meets.ts';
import type { ShapeModule } from './shape-module.ts';
import { placeNumbers } from './shape-number.ts';
import { moveVertexHandle, vertexHandles, withoutVertex } from './vertex-handles.ts';

const boundsOf = ({ points }: PolylineGeometry) => boundsOfPoints(points);
const translate = (line: PolylineGeometry, by: Point): PolylineGeometry => ({
  ...line,
  points: line.points.map((point) => addPoints(point, by)),
});

export const polylineShape: ShapeModule<PolylineGeometry> = {
  kind: 'polyline',
  version: 1,
  schema: polylineGeometry,
  migrations: {},
  bounds: boundsOf,
  area: () => 0,
  distanceTo: ({ points }, point) =>
    stretchesOf(points).reduce((least, each) => Math.min(least, distanceToSegment(each, point)), Infinity),
  meets: ({ points }, bounds) => lineMeets(points, bounds),
  translate,
  borders: ({ points }) => [{ points, isClosed: false }],
  numbers: placeNumbers(boundsOf, translate),
  handles: ({ points }) => vertexHandles(points, false),
  moveHandle: (line, handle, to) => {
    const points = moveVertexHandle(line.points, false, handle, to);
    return points === undefined ? line : { ...line, points };
  },
  removeHandle: (line, handle) => {
    const points = withoutVertex(line.points, handle, 2);
    return points === undefined ? undefined : { ...line, points };
  },
  rotate: (line, angle, about) => ({
    ...line,
    points: line.points.map((point) => rotatePoint(point, about, angle)),
  }),
};
