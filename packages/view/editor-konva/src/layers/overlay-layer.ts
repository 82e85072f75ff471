import { type Editor, type RegionRecord, regionOf, screenToImage } from '@assay/editor';
import { heightOf, type Point, widthOf } from '@assay/geometry';
import type { LookOf } from '../paint/region-look.ts';
import { drawCovered, drawDrafts, LIGHT, strokeTwice } from './drafts.ts';
import { drawFlags } from './flags.ts';
import { drawGrid } from './grid.ts';
import { drawLabel, drawLabels } from './labels.ts';
import { arrowsShown, traceArrow } from './relations.ts';
import type { Shown } from './resting-layer.ts';
import type { SettlingStroke } from './settling-stroke.ts';

export type OverlayShown = Shown & {
  /** Where the pointer is, in pixels of the screen; undefined when it is elsewhere. */
  readonly pointer: Point | undefined;
  /** The region below the pointer. */
  readonly hovered: string | undefined;
  readonly hasCrosshair: boolean;
  /** How far apart the lines of a grid are, in pixels of the image; null for none. */
  readonly gridStep: number | null;
  /** The regions beside which their labels are written. */
  readonly labelled: readonly RegionRecord[];
  /** The regions that somebody is not sure of. */
  readonly flagged: readonly RegionRecord[];
  /** A finished stroke that no mask shows yet. */
  readonly settling: ReturnType<SettlingStroke['get']>;
};

/** What lies above all regions: grid, labels, flags, crosshair, marquee, what is being drawn, the label that is pointed at. */
export function drawOverlay(
  context: CanvasRenderingContext2D,
  editor: Editor,
  shown: OverlayShown,
  lookOf: LookOf,
): void {
  const { camera, ratio, pointer, hovered, hasCrosshair, gridStep, labelled, flagged, settling } = shown;
  const scale = camera.zoom * ratio;
  const pixel = 1 / camera.zoom;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  if (gridStep !== null) drawGrid(context, shown, editor.image, gridStep);
  drawLabels(context, shown, labelled, lookOf);
  drawFlags(context, shown, flagged, lookOf);
  context.setTransform(scale, 0, 0, scale, -camera.x * scale, -camera.y * scale);
  if (settling !== undefined) drawCovered(context, settling.covered, settling.isAdded);
  drawDrafts(context, editor, pixel);
  drawMarquee(context, editor, pixel);
  drawRelations(context, editor, hovered, pixel);
  if (pointer === undefined) return;
  drawBrushTip(context, editor, screenToImage(camera, pointer), pixel);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  if (hasCrosshair) drawCrosshair(context, pointer, shown);
  const region = hovered === undefined ? undefined : regionOf(editor.store, hovered);
  if (region !== undefined) drawLabel(context, lookOf(region), besidePointer(pointer), shown.screen);
}

function drawMarquee(context: CanvasRenderingContext2D, { store }: Editor, pixel: number): void {
  const brush = store.get('brush');
  if (brush?.type !== 'brush') return;
  const { minX, minY } = brush.bounds;
  context.beginPath();
  context.rect(minX, minY, widthOf(brush.bounds), heightOf(brush.bounds));
  context.fillStyle = 'rgb(255 255 255 / 0.12)';
  context.fill();
  strokeTwice(context, pixel);
}

function drawRelations(
  context: CanvasRenderingContext2D,
  editor: Editor,
  hovered: string | undefined,
  pixel: number,
): void {
  const arrows = arrowsShown(editor, hovered);
  if (arrows.length === 0) return;
  context.beginPath();
  for (const arrow of arrows) traceArrow(context, arrow, pixel);
  strokeTwice(context, 1.5 * pixel, LIGHT, []);
}

function drawBrushTip(context: CanvasRenderingContext2D, editor: Editor, at: Point, pixel: number): void {
  const tool = editor.tool.peek();
  const pen = editor.store.get('pen');
  if ((tool !== 'brush' && tool !== 'eraser') || pen?.type !== 'pen') return;
  context.beginPath();
  context.arc(at.x, at.y, pen.radius, 0, 2 * Math.PI);
  strokeTwice(context, pixel, LIGHT, tool === 'eraser' ? [3, 3] : []);
}

function drawCrosshair(context: CanvasRenderingContext2D, { x, y }: Point, { screen }: OverlayShown): void {
  const [column, row] = [Math.floor(x) + 0.5, Math.floor(y) + 0.5];
  context.beginPath();
  context.moveTo(column, 0);
  context.lineTo(column, screen.height);
  context.moveTo(0, row);
  context.lineTo(screen.width, row);
  strokeTwice(context, 1);
}

/** Above the pointer, or below it where there is no room. */
const besidePointer = ({ x, y }: Point): Point => ({ x: x + 12, y: y < 36 ? y + 24 : y - 36 });
