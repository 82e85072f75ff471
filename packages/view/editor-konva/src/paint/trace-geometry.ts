import type { Geometry } from '@assay/contracts';
import { bordersOfGeometry } from '@assay/editor';
import type { Point } from '@assay/geometry';
import type { Context2d } from './context.ts';

/** Adds the border of a geometry to the path of a context; points, masks and what has no place have none. */
export function traceGeometry(context: Context2d, geometry: Geometry): void {
  switch (geometry.kind) {
    case 'box':
      context.rect(geometry.x, geometry.y, geometry.width, geometry.height);
      return;
    case 'ellipse': {
      const { cx, cy, rx, ry, rotation } = geometry;
      context.moveTo(cx + rx * Math.cos(rotation), cy + rx * Math.sin(rotation));
      context.ellipse(cx, cy, rx, ry, rotation, 0, 2 * Math.PI);
      return;
    }
    default:
      for (const { points, isClosed } of bordersOfGeometry(geometry)) traceRing(context, points, isClosed);
  }
}

export function traceRing(context: Context2d, points: readonly Point[], isClosed: boolean): void {
  for (let at = 0; at < points.length; at += 1) {
    const { x, y } = points[at]!;
    if (at === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  if (isClosed) context.closePath();
}
