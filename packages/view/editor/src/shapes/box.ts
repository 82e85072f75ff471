import { type BoxGeometry, boxGeometry } from '@assay/contracts';
import { type Bounds, boundsMeet, cornersOf, heightOf, widthOf } from '@assay/geometry';
import { boxHandles, resizeBounds } from './box-handles.ts';
import type { ShapeModule } from './shape-module.ts';
import { ownNumbers } from './shape-number.ts';

const boundsOf = ({ x, y, width, height }: BoxGeometry): Bounds => ({
  minX: x,
  minY: y,
  maxX: x + width,
  maxY: y + height,
});

/** The box with these bounds. */
export const boxOfBounds = (bounds: Bounds): BoxGeometry => ({
  kind: 'box',
  version: 1,
  x: bounds.minX,
  y: bounds.minY,
  width: widthOf(bounds),
  height: heightOf(bounds),
});

export const boxShape: ShapeModule<BoxGeometry> = {
  kind: 'box',
  version: 1,
  schema: boxGeometry,
  migrations: {},
  bounds: boundsOf,
  area: ({ width, height }) => width * height,
  distanceTo: ({ x, y, width, height }, point) =>
    Math.hypot(Math.max(x - point.x, 0, point.x - x - width), Math.max(y - point.y, 0, point.y - y - height)),
  meets: (box, bounds) => boundsMeet(boundsOf(box), bounds),
  translate: (box, by) => ({ ...box, x: box.x + by.x, y: box.y + by.y }),
  borders: (box) => [{ points: cornersOf(boundsOf(box)), isClosed: true }],
  numbers: ownNumbers<BoxGeometry>({ x: 'x', y: 'y', width: 'width', height: 'height' }),
  handles: (box) => boxHandles(boundsOf(box)),
  moveHandle: (box, handle, to, options) => {
    const resized = resizeBounds(boundsOf(box), handle, to, options);
    return resized === undefined ? box : boxOfBounds(resized);
  },
  removeHandle: undefined,
  rotate: undefined,
};
