import { HALO, PICTURE_COLOURS } from './colours.ts';
import type { Context2d } from './context.ts';
import { dashOf, type RegionLook } from './region-look.ts';

const LINE = 1.75;
const SELECTED_LINE = 2.75;
/** What the line below reaches beyond the one on it, on each side. */
export const HALO_REACH = 1;

/** Strokes the path of a context twice: below in nearly black, above in the colour, dashed as the status says. */
export function strokeWithHalo(
  context: Context2d,
  pixel: number,
  look: RegionLook,
  isSelected: boolean,
): void {
  const line = isSelected ? SELECTED_LINE : LINE;
  // A mitre of a sharp corner reaches far beyond the shape, where nothing is painted anew for it.
  context.lineJoin = 'round';
  context.strokeStyle = HALO;
  context.lineWidth = (line + 2 * HALO_REACH) * pixel;
  context.stroke();
  const dash = dashOf(look);
  if (dash.length > 0) context.setLineDash(dash.map((length) => length * pixel));
  context.strokeStyle = PICTURE_COLOURS[look.colour];
  context.lineWidth = line * pixel;
  context.stroke();
  if (dash.length > 0) context.setLineDash([]);
}
