import { changeableRegions } from '../document/selection.ts';
import { type EditorCore, imageBounds } from '../editor-core.ts';
import { type Bounds, boundsContain, uniteBounds } from '../geometry/bounds.ts';
import { type Point, subtractPoints } from '../geometry/point.ts';
import { boundsOfGeometry, translateGeometry } from '../shapes/shapes.ts';
import { gesture } from './gesture.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

/** Moves what is selected with the pointer; with Shift along one axis only. What is in the image stays in it. */
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

/** A move that leaves bounds inside of others, if they are inside of them to begin with. */
export function keepInside(by: Point, bounds: Bounds, within: Bounds): Point {
  if (!boundsContain(within, bounds)) return by;
  return {
    x: Math.min(within.maxX - bounds.maxX, Math.max(within.minX - bounds.minX, by.x)),
    y: Math.min(within.maxY - bounds.maxY, Math.max(within.minY - bounds.minY, by.y)),
  };
}
