import type { RegionRecord } from '../document/records.ts';
import { clampToImage, type EditorCore } from '../editor-core.ts';
import { centreOf } from '../geometry/bounds.ts';
import { addPoints, angleTo, subtractPoints } from '../geometry/point.ts';
import type { Handle } from '../shapes/shape-module.ts';
import { boundsOfGeometry, moveGeometryHandle, rotateGeometry } from '../shapes/shapes.ts';
import { gesture } from './gesture.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

type HeldHandle = {
  readonly parent: ToolNode;
  readonly next: () => ToolNode;
  readonly start: PointerInput;
  readonly region: RegionRecord;
  readonly handle: Handle;
};

/** Moves a handle with the pointer; Shift keeps the ratio of a corner's sides, Alt the centre. */
export function resizing(core: EditorCore, { parent, next, start, region, handle }: HeldHandle): ToolNode {
  // The handle is rarely pressed in its middle; it must not jump there.
  const offset = subtractPoints(handle.point, start.point);
  return gesture(core, {
    id: 'resizing',
    parent,
    next,
    update: (input) => {
      const to = clampToImage(core, addPoints(input.point, offset));
      const options = { keepRatio: input.shift, fromCentre: input.alt };
      core.store.update('region', region.id, (now) => ({
        ...now,
        geometry: moveGeometryHandle(region.geometry, handle.id, to, options),
      }));
    },
  });
}

/** Steps of turning with Shift: 15 degrees. */
const STEP = Math.PI / 12;

/** Turns a region about the centre of its bounds with the pointer; with Shift in steps of 15 degrees. */
export function rotating(core: EditorCore, { parent, next, start, region }: HeldHandle): ToolNode {
  const bounds = boundsOfGeometry(region.geometry);
  const centre = bounds === undefined ? start.point : centreOf(bounds);
  return gesture(core, {
    id: 'rotating',
    parent,
    next,
    update: (input) => {
      const free = angleTo(centre, input.point) - angleTo(centre, start.point);
      const angle = input.shift ? Math.round(free / STEP) * STEP : free;
      core.store.update('region', region.id, (now) => ({
        ...now,
        geometry: rotateGeometry(region.geometry, angle, centre),
      }));
    },
  });
}
