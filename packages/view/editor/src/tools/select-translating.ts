import { keepInside, type Point, subtractPoints, uniteBounds } from '@assay/geometry';
import { changeableRegions } from '../document/selection.ts';
import { type EditorCore, imageBounds } from '../editor-core.ts';
import { bordersOfGeometry, boundsOfGeometry, translateGeometry } from '../shapes/shapes.ts';
import { gesture } from './gesture.ts';
import { snapMove } from './snapping.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

/** Of more corners the others do not snap: each is looked for at every move. */
const MOST_CORNERS = 200;

/** Moves what is selected with the pointer; with Shift along one axis only. None comes further out of the image. */
export function translating(
  core: EditorCore,
  { parent, next, start }: { parent: ToolNode; next: () => ToolNode; start: PointerInput },
): ToolNode {
  const regions = changeableRegions(core.store);
  const around = uniteBounds(regions.flatMap(({ geometry }) => boundsOfGeometry(geometry) ?? []));
  const ids = new Set(regions.map(({ id }) => id));
  const corners = regions
    .flatMap(({ geometry }) => bordersOfGeometry(geometry).flatMap(({ points }) => points))
    .slice(0, MOST_CORNERS);
  return gesture(core, {
    id: 'translating',
    parent,
    next,
    update: (input) => {
      const free = subtractPoints(input.point, start.point);
      const straight = input.shift ? alongOneAxis(free) : free;
      const snapped = input.shift ? straight : snapMove(core, corners, straight, input, ids);
      const by = around === undefined ? snapped : keepInside(snapped, around, imageBounds(core));
      core.store.transact(() => {
        for (const { id, geometry } of regions) {
          core.store.update('region', id, (now) => ({ ...now, geometry: translateGeometry(geometry, by) }));
        }
      });
    },
  });
}

const alongOneAxis = ({ x, y }: Point): Point => (Math.abs(x) >= Math.abs(y) ? { x, y: 0 } : { x: 0, y });
