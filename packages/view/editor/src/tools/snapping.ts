import {
  boundsMeet,
  boundsOfPoints,
  cornersOf,
  distance,
  edgesOf,
  nearestOnSegment,
  type Point,
  padBounds,
  type Segment,
  stretchesOf,
} from '@assay/geometry';
import { regionOf, regionView } from '../document/document.ts';
import { cameraOf, clampToImage, type EditorCore, imageBounds } from '../editor-core.ts';
import type { Border } from '../shapes/shape-module.ts';
import { bordersOfGeometry } from '../shapes/shapes.ts';
import type { PointerInput } from './tool-node.ts';

/** How near a place must be to snap to it, in pixels of the screen: a corner is reached before the edge that it ends. */
const REACH = 8;

/** A place that something snapped to. */
export type Snapped = {
  readonly point: Point;
  /** Did anything draw it there? */
  readonly isSnapped: boolean;
  /** Whose border it lies on; undefined for a place that nothing snapped to, and for the border of the image. */
  readonly border: Border | undefined;
};

const NONE: ReadonlySet<string> = new Set();

/** Does what is drawn snap? As it was said, or the other way while Ctrl (Cmd) is held. */
export function isSnapping({ store }: EditorCore, { mod }: Pick<PointerInput, 'mod'>): boolean {
  const record = store.get('snap');
  return (record?.type === 'snap' && record.isOn) !== mod;
}

/**
 * Where a place of the image snaps to: the nearest corner of a neighbour in reach, else the nearest point of an edge, else
 * where it is. A guide says where it is while it does.
 *
 * @param except regions that are no neighbours: those that are changed
 */
export function snapPoint(
  core: EditorCore,
  input: Pick<PointerInput, 'point' | 'mod'>,
  except: ReadonlySet<string> = NONE,
): Snapped {
  const point = clampToImage(core, input.point);
  const found = isSnapping(core, input) ? nearestPlace(core, point, except) : undefined;
  if (found === undefined) {
    core.store.remove('guide');
    return { point, isSnapped: false, border: undefined };
  }
  const { edge, border } = found;
  core.store.put({ id: 'guide', type: 'guide', point: found.point, edge });
  return { point: found.point, isSnapped: true, border };
}

type Place = {
  readonly point: Point;
  readonly edge: Segment | undefined;
  readonly border: Border | undefined;
};

function nearestPlace(core: EditorCore, point: Point, except: ReadonlySet<string>): Place | undefined {
  const reach = REACH / cameraOf(core).zoom;
  let corner: { place: Place; away: number } | undefined;
  let side: { place: Place; away: number } | undefined;
  for (const { border, isImage } of bordersNear(core, point, reach, except)) {
    const own = isImage ? undefined : border;
    for (const each of border.points) {
      const away = distance(each, point);
      if (away > (corner?.away ?? reach)) continue;
      corner = { place: { point: each, edge: undefined, border: own }, away };
    }
    for (const edge of edgesOfBorder(border)) {
      const nearest = nearestOnSegment(edge, point).point;
      const away = distance(nearest, point);
      if (away <= (side?.away ?? reach)) side = { place: { point: nearest, edge, border: own }, away };
    }
  }
  return (corner ?? side)?.place;
}

export const edgesOfBorder = ({ points, isClosed }: Border): Segment[] =>
  isClosed ? edgesOf(points) : stretchesOf(points);

function* bordersNear(
  core: EditorCore,
  point: Point,
  reach: number,
  except: ReadonlySet<string>,
): Generator<{ border: Border; isImage: boolean }> {
  const around = padBounds({ minX: point.x, minY: point.y, maxX: point.x, maxY: point.y }, reach);
  yield { border: { points: cornersOf(imageBounds(core)), isClosed: true }, isImage: true };
  for (const id of core.index.search(around)) {
    const region = except.has(id) || regionView(core.store, id).hidden ? undefined : regionOf(core.store, id);
    for (const border of region === undefined ? [] : bordersOfGeometry(region.geometry)) {
      const bounds = boundsOfPoints(border.points);
      if (bounds !== undefined && boundsMeet(bounds, around)) yield { border, isImage: false };
    }
  }
}

/** By how much a move of regions is changed so that the nearest of their corners lies on a corner of a neighbour. */
export function snapMove(
  core: EditorCore,
  corners: readonly Point[],
  by: Point,
  input: Pick<PointerInput, 'mod'>,
  except: ReadonlySet<string>,
): Point {
  let best: { readonly place: Place; readonly by: Point; readonly away: number } | undefined;
  for (const { x, y } of isSnapping(core, input) ? corners : []) {
    const moved = { x: x + by.x, y: y + by.y };
    const place = nearestPlace(core, moved, except);
    const away = place === undefined ? Infinity : distance(place.point, moved);
    if (place === undefined || away >= (best?.away ?? Infinity)) continue;
    best = { place, by: { x: place.point.x - x, y: place.point.y - y }, away };
  }
  if (best === undefined) {
    core.store.remove('guide');
    return by;
  }
  const { point, edge } = best.place;
  core.store.put({ id: 'guide', type: 'guide', point, edge });
  return best.by;
}
