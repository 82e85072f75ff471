import { type Editor, imageToScreen, regionOf, screenToImage } from '@assay/editor';
import { heightOf, type Point, widthOf } from '@assay/geometry';
import { HALO, PICTURE_COLOURS } from '../paint/colours.ts';
import type { LookOf } from '../paint/region-look.ts';
import { drawCovered, drawDrafts, LIGHT, strokeTwice } from './drafts.ts';
import { arrowsShown, traceArrow } from './relations.ts';
import type { Shown } from './resting-layer.ts';
import type { SettlingStroke } from './settling-stroke.ts';

export type OverlayShown = Shown & {
  /** Where the pointer is, in pixels of the screen; undefined when it is elsewhere. */
  readonly pointer: Point | undefined;
  /** The region below the pointer. */
  readonly hovered: string | undefined;
  readonly hasCrosshair: boolean;
  /** A finished stroke that no mask shows yet. */
  readonly settling: ReturnType<SettlingStroke['get']>;
};

const FONT = 12;

/** What lies above all regions: crosshair, marquee, ways that are being drawn, strokes, the label that is pointed at. */
export function drawOverlay(
  context: CanvasRenderingContext2D,
  editor: Editor,
  shown: OverlayShown,
  lookOf: LookOf,
): void {
  const { camera, ratio, pointer, hovered, hasCrosshair, settling } = shown;
  const scale = camera.zoom * ratio;
  const pixel = 1 / camera.zoom;
  context.setTransform(scale, 0, 0, scale, -camera.x * scale, -camera.y * scale);
  if (settling !== undefined) drawCovered(context, settling.covered, settling.isAdded);
  drawDrafts(context, editor, pixel);
  drawMarquee(context, editor, pixel);
  drawRelations(context, editor, hovered, pixel);
  if (pointer === undefined) return;
  drawBrushTip(context, editor, screenToImage(camera, pointer), pixel);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  if (hasCrosshair) drawCrosshair(context, pointer, shown);
  if (hovered !== undefined) drawLabel(context, editor, hovered, shown, lookOf);
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

/** The name of a region's label in a box above the pointer, or below it where there is no room. */
function drawLabel(
  context: CanvasRenderingContext2D,
  { store }: Editor,
  id: string,
  { camera, screen, pointer }: OverlayShown,
  lookOf: LookOf,
): void {
  const region = regionOf(store, id);
  if (region === undefined || pointer === undefined) return;
  const { text, colour } = lookOf(region);
  if (text === '') return;
  context.font = `${FONT}px system-ui, sans-serif`;
  context.textBaseline = 'middle';
  const at = imageToScreen(camera, screenToImage(camera, pointer));
  const [width, height] = [context.measureText(text).width + 2 * FONT + 8, FONT * 2];
  const x = Math.max(0, Math.min(at.x + FONT, screen.width - width));
  const y = at.y - height - FONT < 0 ? at.y + 2 * FONT : at.y - height - FONT;
  context.fillStyle = HALO;
  context.fillRect(x, y, width, height);
  context.fillStyle = PICTURE_COLOURS[colour];
  context.fillRect(x + 6, y + height / 2 - 5, 10, 10);
  context.fillStyle = LIGHT;
  context.fillText(text, x + FONT + 10, y + height / 2);
}
