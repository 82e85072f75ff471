import type { Geometry, SkeletonGeometry } from '@assay/contracts';
import type { RegionRecord } from '@assay/editor';
import { boundsOfGeometry } from '@assay/editor';
import { type Bounds, heightOf, type Point, widthOf } from '@assay/geometry';
import { HALO, PICTURE_COLOURS } from './colours.ts';
import type { Context2d } from './context.ts';
import type { Hatches } from './hatches.ts';
import type { MaskBitmaps } from './mask-bitmaps.ts';
import { hatchOf, type LookOf, type RegionLook } from './region-look.ts';
import { HALO_REACH, strokeWithHalo } from './stroke-with-halo.ts';
import { traceGeometry } from './trace-geometry.ts';

/** With what regions are painted. The context shows image pixels: its transform is that of the camera. */
export type Paint = {
  readonly context: Context2d;
  /** How much of the image one pixel of the screen shows. */
  readonly pixel: number;
  /** What of the image is seen; all of it where it is left out. */
  readonly seen?: Bounds;
  /** How much of a region's inside hides what is behind it, 0 to 1. */
  readonly opacity: number;
  readonly lookOf: LookOf;
  readonly masks: MaskBitmaps;
  readonly hatches: Hatches;
  /** So much is seen that small shapes must do with one line. */
  readonly isCrowded: boolean;
};

/** Sides in pixels of the screen below which a region is a speck of its colour, and below which it is one line alone. */
const SPECK_SIDE = 3;
const PLAIN_SIDE = 6;
const CROWDED_PLAIN_SIDE = 14;

const POINT_RADIUS = 4;

/** Paints one region, as large as its lines must be at this zoom. */
export function paintRegion(paint: Paint, region: RegionRecord, isSelected = false): void {
  const { geometry } = region;
  const bounds = boundsOfGeometry(geometry);
  if (bounds === undefined) return;
  const look = paint.lookOf(region);
  const plain = paint.isCrowded ? CROWDED_PLAIN_SIDE : PLAIN_SIDE;
  const side = Math.max(widthOf(bounds), heightOf(bounds)) / paint.pixel;
  if (geometry.kind === 'point') paintDot(paint, look, geometry, isSelected);
  else if (side < SPECK_SIDE && !isSelected) paintSpeck(paint, look, bounds);
  else if (geometry.kind === 'mask')
    paint.masks.paint(paint, { id: region.id, geometry, look, bounds, isSelected });
  else if (geometry.kind === 'skeleton') paintSkeleton(paint, look, geometry, isSelected);
  else if (side < plain && !isSelected) paintPlain(paint, look, geometry);
  else paintShape(paint, look, geometry, isSelected);
}

/** What is too small to have a shape. */
function paintSpeck({ context, pixel }: Paint, look: RegionLook, bounds: Bounds): void {
  context.fillStyle = PICTURE_COLOURS[look.colour];
  const [width, height] = [Math.max(widthOf(bounds), pixel), Math.max(heightOf(bounds), pixel)];
  context.fillRect(bounds.minX, bounds.minY, width, height);
}

/** Small shapes: one line is all that there is room for. */
function paintPlain({ context, pixel }: Paint, look: RegionLook, geometry: Geometry): void {
  context.lineJoin = 'round';
  context.strokeStyle = PICTURE_COLOURS[look.colour];
  context.lineWidth = pixel;
  if (geometry.kind === 'box') {
    context.strokeRect(geometry.x, geometry.y, geometry.width, geometry.height);
    return;
  }
  context.beginPath();
  traceGeometry(context, geometry);
  context.stroke();
}

function paintShape(paint: Paint, look: RegionLook, geometry: Geometry, isSelected: boolean): void {
  const { context, pixel, opacity } = paint;
  context.beginPath();
  traceGeometry(context, geometry);
  if (geometry.kind !== 'polyline') {
    if (opacity > 0) {
      context.globalAlpha = opacity;
      context.fillStyle = PICTURE_COLOURS[look.colour];
      context.fill('evenodd');
      context.globalAlpha = 1;
    }
    const hatch = hatchOf(look);
    if (hatch !== 'none') {
      context.fillStyle = paint.hatches.patternOf(paint, PICTURE_COLOURS[look.colour], hatch);
      context.fill('evenodd');
    }
  }
  strokeWithHalo(context, pixel, look, isSelected);
}

/** A point, or a joint; one that is hollow is there and hidden. */
function paintDot(
  { context, pixel }: Paint,
  look: RegionLook,
  { x, y }: Point,
  isSelected: boolean,
  isHollow = look.isOccluded,
): void {
  const radius = (isSelected ? POINT_RADIUS + 1 : POINT_RADIUS) * pixel;
  context.beginPath();
  context.arc(x, y, radius + HALO_REACH * pixel, 0, 2 * Math.PI);
  context.fillStyle = HALO;
  context.fill();
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  if (isHollow) context.arc(x, y, radius / 2, 0, 2 * Math.PI);
  context.fillStyle = PICTURE_COLOURS[look.colour];
  context.fill('evenodd');
  if (look.status === 'accepted') return;
  // Half of a proposed point is dark, and a rejected one is crossed out.
  context.beginPath();
  if (look.status === 'proposed') context.arc(x, y, radius * 0.8, 0, Math.PI);
  else {
    context.rect(x - radius, y - radius / 4, 2 * radius, radius / 2);
    context.rect(x - radius / 4, y - radius, radius / 2, 2 * radius);
  }
  context.fillStyle = HALO;
  context.fill();
}

function paintSkeleton(
  paint: Paint,
  look: RegionLook,
  { joints }: SkeletonGeometry,
  isSelected: boolean,
): void {
  const { context, pixel } = paint;
  const present = new Map(
    joints.flatMap((joint) => (joint.visibility === 'absent' ? [] : [[joint.name, joint] as const])),
  );
  context.beginPath();
  for (const [from, to] of look.bones) {
    const [a, b] = [present.get(from), present.get(to)];
    if (a === undefined || b === undefined) continue;
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
  }
  strokeWithHalo(context, pixel, look, isSelected);
  for (const joint of present.values()) {
    paintDot(paint, look, joint, isSelected, joint.visibility === 'occluded');
  }
}
