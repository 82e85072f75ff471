import type { Geometry } from '@assay/contracts';
import {
  addPoints,
  angleTo,
  type Bounds,
  centreOf,
  keepInside,
  lastInside,
  normaliseAngle,
  type Point,
  scalePoint,
  subtractPoints,
} from '@assay/geometry';
import type { RegionRecord } from '../document/records.ts';
import { type EditorCore, imageBounds } from '../editor-core.ts';
import type { Handle } from '../shapes/shape-module.ts';
import { boundsOfGeometry, moveGeometryHandle, rotateGeometry } from '../shapes/shapes.ts';
import { gesture } from './gesture.ts';
import { snapPoint } from './snapping.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

type HeldHandle = {
  readonly parent: ToolNode;
  readonly next: () => ToolNode;
  readonly start: PointerInput;
  readonly region: RegionRecord;
  readonly handle: Handle;
};

/**
 * Moves a handle with the pointer; Shift keeps the ratio of a corner's sides, Alt the centre. The region comes no
 * further out of the image than it is.
 */
export function resizing(core: EditorCore, { parent, next, start, region, handle }: HeldHandle): ToolNode {
  const { geometry } = region;
  return gesture(core, {
    id: 'resizing',
    parent,
    next,
    update: (input) => {
      // The handle is rarely pressed in its middle; it must not jump there.
      const free = subtractPoints(input.point, start.point);
      const moved = { point: addPoints(handle.point, free), mod: input.mod };
      const { isSnapped, point } = snapPoint(core, moved, new Set([region.id]));
      const snapped = isSnapped ? subtractPoints(point, handle.point) : free;
      const by = keepInside(snapped, boundsOfPoint(handle.point), imageBounds(core));
      const options = { keepRatio: input.shift, fromCentre: input.alt };
      setGeometry(core, region, (share) =>
        moveGeometryHandle(geometry, handle.id, addPoints(handle.point, scalePoint(by, share)), options),
      );
    },
  });
}

const boundsOfPoint = ({ x, y }: Point): Bounds => ({ minX: x, minY: y, maxX: x, maxY: y });

/** Steps of turning with Shift: 15 degrees. */
const STEP = Math.PI / 12;

/**
 * Turns a region about the centre of its bounds with the pointer; with Shift in steps of 15 degrees. It stops before it
 * comes further out of the image than it is.
 */
export function rotating(core: EditorCore, { parent, next, start, region }: HeldHandle): ToolNode {
  const bounds = boundsOfGeometry(region.geometry);
  const centre = bounds === undefined ? start.point : centreOf(bounds);
  return gesture(core, {
    id: 'rotating',
    parent,
    next,
    update: (input) => {
      const free = normaliseAngle(angleTo(centre, input.point) - angleTo(centre, start.point));
      const stepped = (angle: number) =>
        input.shift ? Math.trunc(angle / STEP + 1e-9 * Math.sign(angle)) * STEP : angle;
      const angle = input.shift ? Math.round(free / STEP) * STEP : free;
      setGeometry(core, region, (share) => rotateGeometry(region.geometry, stepped(angle * share), centre));
    },
  });
}

/** Changes a region by so much of a change that it comes no further out of the image than it was at the beginning. */
function setGeometry(core: EditorCore, region: RegionRecord, change: (share: number) => Geometry): void {
  const began = boundsOfGeometry(region.geometry);
  const geometry = lastInside(change, boundsOfGeometry, began, imageBounds(core));
  core.store.update('region', region.id, (now) => ({ ...now, geometry }));
}
