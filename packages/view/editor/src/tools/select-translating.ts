import { keepInside, type Point, subtractPoints, uniteBounds } from '@assay/geometry';
import { changeableRegions } from '../document/selection.ts';
import { type EditorCore, imageBounds } from '../editor-core.ts';
import { boundsOfGeometry, translateGeometry } from '../shapes/shapes.ts';
import { gesture } from './gesture.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

/** Moves what is selected with the pointer; with Shift along one axis only. None comes further out of the image. */
export function translating(
  core: EditorCore,
  { parent, next, start }: { parent: ToolNode; next: () => ToolNode; start: PointerInput },
): ToolNode {
  const regions = changeableRegions(core.store);
  const around = uniteBounds(regions.flatMap(({ geometry }) => boundsOfGeometry(geometry) ?? []));
  return gesture(core, {
    id: 'translating',
    parent,
    next,
    update: (input) => {
      const free = subtractPoints(input.point, start.point);
      const straight = input.shift ? alongOneAxis(free) : free;
      const by = around === undefined ? straight : keepInside(straight, around, imageBounds(core));
      core.store.transact(() => {
        for (const { id, geometry } of regions) {
          core.store.update('region', id, (now) => ({ ...now, geometry: translateGeometry(geometry, by) }));
        }
      });
    },
  });
}

const alongOneAxis = ({ x, y }: Point): Point => (Math.abs(x) >= Math.abs(y) ? { x, y: 0 } : { x: 0, y });
