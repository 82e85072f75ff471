import { boundsOfGeometry, imageToScreen, type RegionRecord } from '@assay/editor';
import type { Point } from '@assay/geometry';
import { HALO, PICTURE_COLOURS } from '../paint/colours.ts';
import type { LookOf } from '../paint/region-look.ts';
import { LIGHT } from './drafts.ts';
import type { Shown } from './resting-layer.ts';

const FONT = 12;
/** Of more regions in view the labels would hide them all. */
const MOST_LABELS = 200;

/** Writes the names of labels at the upper left corners of regions, the highest of them above the others. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  { camera, screen }: Shown,
  regions: readonly RegionRecord[],
  lookOf: LookOf,
): void {
  if (regions.length > MOST_LABELS) return;
  for (const region of regions) {
    const bounds = boundsOfGeometry(region.geometry);
    if (bounds === undefined) continue;
    const at = imageToScreen(camera, { x: bounds.minX, y: bounds.minY });
    drawLabel(context, lookOf(region), { x: at.x, y: at.y - 2 * FONT }, screen);
  }
}

/** The name of a label in a box, as near to a place as the screen has room for it. */
export function drawLabel(
  context: CanvasRenderingContext2D,
  { text, colour }: ReturnType<LookOf>,
  at: Point,
  screen: Shown['screen'],
): void {
  if (text === '') return;
  context.font = `${FONT}px system-ui, sans-serif`;
  context.textBaseline = 'middle';
  const [width, height] = [context.measureText(text).width + 2 * FONT + 8, FONT * 2];
  const x = Math.max(0, Math.min(at.x, screen.width - width));
  const y = Math.max(0, Math.min(at.y, screen.height - height));
  context.fillStyle = HALO;
  context.fillRect(x, y, width, height);
  context.fillStyle = PICTURE_COLOURS[colour];
  context.fillRect(x + 6, y + height / 2 - 5, 10, 10);
  context.fillStyle = LIGHT;
  context.fillText(text, x + FONT + 10, y + height / 2);
}
