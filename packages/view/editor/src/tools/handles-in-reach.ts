import type { Geometry } from '@assay/contracts';
import type { Handle } from '../shapes/shape-module.ts';
import { handlesOfGeometry } from '../shapes/shapes.ts';

/** How far apart vertices and midpoints must be to be taken hold of, in pixels of the screen: others come with the zoom. */
const APART = 12;

/** Computed once for each geometry at a zoom. */
const known = new WeakMap<Geometry, { readonly pixel: number; readonly handles: Handle[] }>();

/**
 * The handles of a geometry that can be taken hold of, and are shown: all corners, sides and joints, and of vertices and
 * of midpoints those that are far enough from one another, so that a border of thousands is not a string of handles.
 *
 * @param pixel how much of the image one pixel of the screen shows
 */
export function handlesInReach(geometry: Geometry, pixel: number): Handle[] {
  const before = known.get(geometry);
  if (before?.pixel === pixel) return before.handles;
  const all = handlesOfGeometry(geometry, pixel);
  const taken = createPlaces(APART * pixel);
  const vertices = all.filter(({ kind, point }) => kind === 'vertex' && taken.take(point));
  const kept = new Set(vertices);
  for (const handle of all) if (handle.kind === 'midpoint' && taken.take(handle.point)) kept.add(handle);
  const handles = all.filter(
    (each) => (each.kind !== 'vertex' && each.kind !== 'midpoint') || kept.has(each),
  );
  known.set(geometry, { pixel, handles });
  return handles;
}

/** Places that are at least so far apart. */
function createPlaces(apart: number): { readonly take: (point: Handle['point']) => boolean } {
  const cells = new Map<string, Handle['point'][]>();
  return {
    /** Takes a place if none is near; true when it did. */
    take: (point) => {
      const [column, row] = [Math.floor(point.x / apart), Math.floor(point.y / apart)];
      for (let x = column - 1; x <= column + 1; x += 1) {
        for (let y = row - 1; y <= row + 1; y += 1) {
          for (const other of cells.get(`${x} ${y}`) ?? []) {
            if (Math.hypot(other.x - point.x, other.y - point.y) < apart) return false;
          }
        }
      }
      const key = `${column} ${row}`;
      cells.set(key, [...(cells.get(key) ?? []), point]);
      return true;
    },
  };
}
