import {
  boundsOfGeometry,
  changesOf,
  type Editor,
  imageToScreen,
  isFlagged,
  type RegionRecord,
  regionOf,
  regionsOf,
  regionView,
} from '@assay/editor';
import { type Bounds, boundsMeet, type Point } from '@assay/geometry';
import { HALO, PICTURE_COLOURS } from '../paint/colours.ts';
import type { LookOf } from '../paint/region-look.ts';
import { LIGHT } from './drafts.ts';
import type { Shown } from './resting-layer.ts';

/** The regions that are flagged: they are known, so that no others are looked at in a frame. */
export type Flags = {
  /** Those that are shown and whose bounds meet these; of very many the first. */
  readonly meeting: (bounds: Bounds) => RegionRecord[];
  readonly stop: () => void;
};

/** Of more signs in view no picture would be left. */
const MOST_SIGNS = 500;

export function createFlags({ store, index }: Pick<Editor, 'store' | 'index'>): Flags {
  const flagged = new Set(regionsOf(store).flatMap((region) => (isFlagged(region) ? [region.id] : [])));
  const stop = store.listen(
    ({ diff }) => {
      for (const [id, { after }] of changesOf(diff)) {
        if (after?.type === 'region' && isFlagged(after)) flagged.add(id);
        else flagged.delete(id);
      }
    },
    { scope: 'document' },
  );
  return {
    meeting: (seen) => {
      const found: RegionRecord[] = [];
      // Where nearly all are flagged, few of them are in view when one looks closely.
      const near = flagged.size > MOST_SIGNS ? index.search(seen).filter((id) => flagged.has(id)) : flagged;
      for (const id of near) {
        const region = regionOf(store, id);
        const bounds = region && boundsOfGeometry(region.geometry);
        if (region === undefined || bounds === undefined || regionView(store, id).hidden) continue;
        if (boundsMeet(bounds, seen)) found.push(region);
        if (found.length === MOST_SIGNS) break;
      }
      return found;
    },
    stop,
  };
}

/** Of the disc that a flag stands on, in pixels of the screen. */
const RADIUS = 9;

/** Where the sign of a region is: beyond its upper right corner, or as near to that as the screen has room for it. */
export function placeOfFlag({ geometry }: RegionRecord, { camera, screen }: Shown): Point | undefined {
  const bounds = boundsOfGeometry(geometry);
  if (bounds === undefined) return undefined;
  const corner = imageToScreen(camera, { x: bounds.maxX, y: bounds.minY });
  const within = (at: number, size: number) => Math.max(RADIUS + 1, Math.min(at, size - RADIUS - 1));
  return { x: within(corner.x + RADIUS, screen.width), y: within(corner.y - RADIUS, screen.height) };
}

/** A flag in the colour of its region on a dark disc: it is seen on every picture, and told by its form. */
export function drawFlags(
  context: CanvasRenderingContext2D,
  shown: Shown,
  regions: readonly RegionRecord[],
  lookOf: LookOf,
): void {
  for (const region of regions) {
    const at = placeOfFlag(region, shown);
    if (at === undefined) continue;
    context.beginPath();
    context.arc(at.x, at.y, RADIUS, 0, 2 * Math.PI);
    context.fillStyle = HALO;
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = LIGHT;
    context.stroke();
    context.beginPath();
    context.moveTo(at.x - 2.5, at.y + 5);
    context.lineTo(at.x - 2.5, at.y - 5);
    context.stroke();
    context.beginPath();
    context.moveTo(at.x - 2.5, at.y - 5);
    context.lineTo(at.x + 5, at.y - 2);
    context.lineTo(at.x - 2.5, at.y + 1);
    context.closePath();
    context.fillStyle = PICTURE_COLOURS[lookOf(region).colour];
    context.fill();
  }
}
