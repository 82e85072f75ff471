import { type PolylineGeometry, polylineGeometry } from '@assay/contracts';
import { addPoints, boundsOfPoints, distanceToSegment, rotatePoint, stretchesOf } from '@assay/geometry';
import { lineMeets } from './ring-meets.ts';
import type { ShapeModule } from './shape-module.ts';
import { moveVertexHandle, vertexHandles, withoutVertex } from './vertex-handles.ts';

export const polylineShape: ShapeModule<PolylineGeometry> = {
  kind: 'polyline',
  version: 1,
  schema: polylineGeometry,
  migrations: {},
  bounds: ({ points }) => boundsOfPoints(points),
  area: () => 0,
  distanceTo: ({ points }, point) =>
    stretchesOf(points).reduce((least, each) => Math.min(least, distanceToSegment(each, point)), Infinity),
  meets: ({ points }, bounds) => lineMeets(points, bounds),
  translate: (line, by) => ({ ...line, points: line.points.map((point) => addPoints(point, by)) }),
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
