import { type Bounds, centreOf, type Point, rotatePoint } from '@assay/geometry';
import { boxHandles, resizeBounds } from './box-handles.ts';
import type { Handle, HandleOptions } from './shape-module.ts';

/** How far above a shape the handle is that turns it, in pixels of the screen. */
const ROTATE_HANDLE_DISTANCE = 24;

/** Bounds that are turned about their own centre, as rotated boxes and ellipses have them. */
export type TurnedFrame = { readonly bounds: Bounds; readonly rotation: number };

/** The handles of a rectangle, turned with it, and one to turn it. */
export function turnedHandles({ bounds, rotation }: TurnedFrame, pixel: number): Handle[] {
  const centre = centreOf(bounds);
  const top = { x: centre.x, y: bounds.minY - ROTATE_HANDLE_DISTANCE * pixel };
  const handles: Handle[] = [...boxHandles(bounds), { id: 'rotate', kind: 'rotate', point: top }];
  return handles.map((handle) => ({ ...handle, point: rotatePoint(handle.point, centre, rotation) }));
}

/**
 * The centre and size of a turned frame with a handle at another place: what stays (the opposite corner or side, or the
 * centre) stays where it is seen. Undefined for a handle that it does not have.
 */
export function resizeTurned(
  { bounds, rotation }: TurnedFrame,
  handle: string,
  to: Point,
  options: HandleOptions,
): { readonly centre: Point; readonly bounds: Bounds } | undefined {
  const centre = centreOf(bounds);
  const resized = resizeBounds(bounds, handle, rotatePoint(to, centre, -rotation), options);
  if (resized === undefined) return undefined;
  return { centre: rotatePoint(centreOf(resized), centre, rotation), bounds: resized };
}
