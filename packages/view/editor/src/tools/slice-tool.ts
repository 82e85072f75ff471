import {
  addPoints,
  boundsOfPoints,
  capsule,
  combineRles,
  distance,
  edgesOf,
  heightOf,
  type Point,
  type Ring,
  rleArea,
  rleOfRings,
  scalePoint,
  segmentsMeet,
  subtractPoints,
  uniteBounds,
  widthOf,
} from '@assay/geometry';
import { regionView } from '../document/document.ts';
import type { RegionRecord } from '../document/records.ts';
import { unspoken } from '../document/remarks.ts';
import { changeableRegions, select, selectedIds } from '../document/selection.ts';
import { type EditorCore, imageBounds } from '../editor-core.ts';
import { sliceGeometry } from '../shapes/combine-geometries.ts';
import { rleOf } from '../shapes/geometry-rings.ts';
import { areaOfGeometry, boundsOfGeometry, distanceToGeometry } from '../shapes/shapes.ts';
import { isDrag } from './reach.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

/**
 * A tool that cuts polygons and masks along a straight line, drawn by a drag or by a click on each end. It cuts what is
 * selected, or, where nothing is, whatever the line goes through from one side to the other. The largest part stays the
 * region that it was; the others are regions of the same label, order and group.
 */
export function sliceTool(core: EditorCore): ToolNode {
  const { store } = core;
  const root: ToolNode = { id: 'slice', on: {} };

  const idle = (): ToolNode => ({
    id: 'idle',
    parent: root,
    isResting: true,
    on: { pointerDown: pointing },
  });
  const pointing = (start: PointerInput): ToolNode => ({
    id: 'pointing',
    parent: root,
    on: {
      pointerMove: (input) => (isDrag(start, input) ? cutting(start.point) : undefined),
      pointerUp: () => cutting(start.point),
      cancel: idle,
      interrupt: idle,
    },
  });
  const cutting = (from: Point): ToolNode => ({
    id: 'cutting',
    parent: root,
    leave: () => store.remove('knife'),
    on: {
      pointerMove: ({ point }) => {
        store.put({ id: 'knife', type: 'knife', from, to: point });
        return undefined;
      },
      pointerUp: ({ point }) => {
        slice(core, from, point);
        return idle();
      },
      cancel: idle,
      interrupt: idle,
    },
  });

  return idle();
}

function slice(core: EditorCore, from: Point, to: Point): void {
  const { store, history, newId } = core;
  if (distance(from, to) === 0) return;
  const cut = regionsAlong(core, from, to).flatMap((region) => {
    const parts = sliceGeometry(region.geometry, halfOf(core, region, from, to), core.image);
    return parts === undefined
      ? []
      : [{ region, parts: parts.toSorted((a, b) => areaOfGeometry(b) - areaOfGeometry(a)) }];
  });
  if (cut.length === 0) return;
  history.mark('slice');
  store.transact(() => {
    const made = cut.flatMap(({ region, parts }) =>
      parts.map((geometry, at) => ({
        ...(at === 0 ? region : { ...unspoken(region), id: newId() }),
        geometry,
      })),
    );
    store.put(...made);
    select(
      store,
      made.map(({ id }) => id),
    );
  });
}

/** What the line is meant to cut: polygons and masks that it enters and leaves. */
function regionsAlong(core: EditorCore, from: Point, to: Point): RegionRecord[] {
  const { store, index } = core;
  const line = boundsOfPoints([from, to])!;
  const isFree = ({ id }: RegionRecord) => !regionView(store, id).locked;
  const asked = selectedIds(store).size > 0 ? changeableRegions(store) : index.meeting(line).filter(isFree);
  return asked.filter((region) => isCrossed(core, region, from, to));
}

function isCrossed({ image }: EditorCore, { geometry }: RegionRecord, from: Point, to: Point): boolean {
  if ([from, to].some((end) => distanceToGeometry(geometry, end) === 0)) return false;
  if (geometry.kind === 'polygon') {
    return edgesOf(geometry.points).some((edge) => segmentsMeet(edge, [from, to]));
  }
  const pixels = geometry.kind === 'mask' ? rleOf(geometry, image) : undefined;
  if (pixels === undefined) return false;
  const along = rleOfRings([capsule(from, to, 0.75)], image.width, image.height);
  return rleArea(combineRles(pixels, along, 'intersection')) > 0;
}

/** All that lies on one side of a line, as far as a region and the image reach. */
function halfOf(core: EditorCore, { geometry }: RegionRecord, from: Point, to: Point): Ring {
  const around = uniteBounds([imageBounds(core), boundsOfGeometry(geometry) ?? []].flat());
  const reach = 2 * Math.hypot(widthOf(around!), heightOf(around!)) + distance(from, to);
  const along = scalePoint(subtractPoints(to, from), reach / distance(from, to));
  const across = { x: -along.y, y: along.x };
  const [begin, end] = [subtractPoints(from, along), addPoints(to, along)];
  return [begin, end, addPoints(end, across), addPoints(begin, across)];
}
