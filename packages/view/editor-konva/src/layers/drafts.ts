import type { Editor, EditorRecords } from '@assay/editor';
import type { Point, Rle } from '@assay/geometry';
import { HALO } from '../paint/colours.ts';
import { traceRing } from '../paint/trace-geometry.ts';

export const LIGHT = '#ffffff';
const WARNING = '#ff7a7a';
const GUIDE = '#ff66ff';

type RecordOf<T extends EditorRecords['type']> = Extract<EditorRecords, { readonly type: T }>;

/** A line that is seen on light and on dark: dark below, light dashes on it. */
export function strokeTwice(
  context: CanvasRenderingContext2D,
  pixel: number,
  colour = LIGHT,
  dash = [4, 4],
): void {
  context.lineWidth = 2 * pixel;
  context.strokeStyle = HALO;
  context.stroke();
  context.setLineDash(dash.map((length) => length * pixel));
  context.lineWidth = pixel;
  context.strokeStyle = colour;
  context.stroke();
  context.setLineDash([]);
}

/** What is drawn and no region yet, and what helps with drawing it. */
export function drawDrafts(context: CanvasRenderingContext2D, { store }: Editor, pixel: number): void {
  const drawers: { readonly [T in EditorRecords['type']]?: (record: RecordOf<T>) => void } = {
    stroke: ({ covered, operation }) => drawCovered(context, covered, operation === 'union'),
    wand: (wand) => drawWand(context, wand, pixel),
    draft: (draft) => drawWay(context, draft, pixel),
    wire: (wire) => drawWire(context, wire, pixel),
    'skeleton-draft': (draft) => drawJoints(context, draft, pixel),
    knife: ({ from, to }) => drawLine(context, [from, to], pixel),
    guide: (guide) => drawGuide(context, guide, pixel),
    cursor: ({ point }) => drawCursor(context, point, pixel),
  };
  for (const [id, draw] of Object.entries(drawers)) {
    const record = store.get(id);
    // Each of them is the only one of its type, and has its name as its id.
    if (record?.type === id) (draw as (of: EditorRecords) => void)(record);
  }
}

/** What a brush, an eraser or the wand covers. */
export function drawCovered(context: CanvasRenderingContext2D, covered: Rle, isAdded: boolean): void {
  context.beginPath();
  for (const [x, y, length] of columnsOf(covered)) context.rect(x, y, 1, length);
  context.fillStyle = isAdded ? 'rgb(255 255 255 / 0.5)' : 'rgb(10 10 12 / 0.6)';
  context.fill();
}

/** The runs of a mask, cut at the ends of columns: where each begins, and its length. */
function* columnsOf({ height, counts }: Rle): Generator<[number, number, number]> {
  let begin = 0;
  for (const [run, length] of counts.entries()) {
    const end = begin + length;
    for (let at = begin; run % 2 === 1 && at < end; ) {
      const x = Math.floor(at / height);
      const to = Math.min(end, (x + 1) * height);
      yield [x, at - x * height, to - at];
      at = to;
    }
    begin = end;
  }
}

function drawWand(
  context: CanvasRenderingContext2D,
  { covered, seeds }: RecordOf<'wand'>,
  pixel: number,
): void {
  drawCovered(context, covered, true);
  for (const { x, y } of seeds) drawDot(context, { x: x + 0.5, y: y + 0.5 }, 3 * pixel, pixel);
}

function drawWay(context: CanvasRenderingContext2D, draft: RecordOf<'draft'>, pixel: number): void {
  const { points, cursor, isClosed, fault } = draft;
  const way = cursor === undefined ? points : [...points, cursor];
  context.beginPath();
  traceRing(context, way, isClosed && way.length > 2);
  strokeTwice(context, 1.5 * pixel, fault === undefined ? LIGHT : WARNING, []);
  // The first point is larger: a click on it closes a polygon.
  for (const [at, point] of points.entries()) {
    drawDot(context, point, (at === 0 && isClosed ? 5 : 3) * pixel, pixel);
  }
}

function drawWire(
  context: CanvasRenderingContext2D,
  { anchors, ways, ahead }: RecordOf<'wire'>,
  pixel: number,
): void {
  context.beginPath();
  for (const way of ways) traceRing(context, way, false);
  strokeTwice(context, 1.5 * pixel, LIGHT, []);
  context.beginPath();
  traceRing(context, ahead, false);
  strokeTwice(context, 1.5 * pixel);
  for (const [at, anchor] of anchors.entries()) drawDot(context, anchor, (at === 0 ? 5 : 3) * pixel, pixel);
}

function drawJoints(
  context: CanvasRenderingContext2D,
  { plan, joints, cursor }: RecordOf<'skeleton-draft'>,
  pixel: number,
): void {
  const places = new Map<string, Point>(
    joints.flatMap((joint) => (joint.visibility === 'absent' ? [] : [[joint.name, joint] as const])),
  );
  const next = plan.joints[joints.length];
  if (next !== undefined && cursor !== undefined) places.set(next, cursor);
  context.beginPath();
  for (const [from, to] of plan.bones) {
    const [a, b] = [places.get(from), places.get(to)];
    if (a !== undefined && b !== undefined) traceRing(context, [a, b], false);
  }
  strokeTwice(context, 1.5 * pixel, LIGHT, []);
  for (const joint of joints) {
    if (joint.visibility !== 'absent') {
      drawDot(context, joint, 4 * pixel, pixel, joint.visibility === 'occluded');
    }
  }
  if (next !== undefined && cursor !== undefined) drawName(context, next, cursor, pixel);
}

/** Which joint is set next. */
function drawName(context: CanvasRenderingContext2D, name: string, { x, y }: Point, pixel: number): void {
  context.font = `${12 * pixel}px system-ui, sans-serif`;
  context.textBaseline = 'bottom';
  context.lineJoin = 'round';
  context.lineWidth = 3 * pixel;
  context.strokeStyle = HALO;
  context.strokeText(name, x + 8 * pixel, y - 6 * pixel);
  context.fillStyle = LIGHT;
  context.fillText(name, x + 8 * pixel, y - 6 * pixel);
}

function drawLine(context: CanvasRenderingContext2D, points: readonly Point[], pixel: number): void {
  context.beginPath();
  traceRing(context, points, false);
  strokeTwice(context, 1.5 * pixel);
}

/** What something snaps to: the edge, and a square around the place. */
function drawGuide(
  context: CanvasRenderingContext2D,
  { point, edge }: RecordOf<'guide'>,
  pixel: number,
): void {
  context.beginPath();
  if (edge !== undefined) traceRing(context, edge, false);
  const side = 10 * pixel;
  context.rect(point.x - side / 2, point.y - side / 2, side, side);
  strokeTwice(context, 1.5 * pixel, GUIDE, []);
}

/** The cursor that keys move: a cross with its middle free, so that what lies there is seen. */
function drawCursor(context: CanvasRenderingContext2D, { x, y }: Point, pixel: number): void {
  const [near, far] = [4 * pixel, 14 * pixel];
  context.beginPath();
  for (const [right, down] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    context.moveTo(x + right * near, y + down * near);
    context.lineTo(x + right * far, y + down * far);
  }
  strokeTwice(context, 2 * pixel, LIGHT, []);
}

function drawDot(
  context: CanvasRenderingContext2D,
  { x, y }: Point,
  radius: number,
  pixel: number,
  isHollow = false,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = isHollow ? HALO : LIGHT;
  context.strokeStyle = isHollow ? LIGHT : HALO;
  context.lineWidth = pixel;
  context.fill();
  context.stroke();
}
