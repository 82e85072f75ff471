import type { ChosenLabel, Geometry } from '@assay/contracts';
import type { Bounds, Point } from '@assay/geometry';
import type { RgbPicture } from '@assay/vision';
import { type Clipboard, createClipboard } from './document/clipboard.ts';
import { type AddedScopes, createEditorStore, type EditorStore } from './document/document.ts';
import type { PenRecord, RegionRecord, SkeletonPlan } from './document/records.ts';
import { createRegionGroups, type RegionGroups } from './document/region-groups.ts';
import { createRegionIndex, type RegionIndex } from './document/region-index.ts';
import { createTopOrder } from './document/top-order.ts';
import { createHistory, type History } from './history/history.ts';
import { keepFrames } from './sequence/keep-frames.ts';
import type { Camera, Size } from './view/camera.ts';

/** What tools and commands work on. */
export type EditorCore = {
  readonly store: EditorStore;
  readonly history: History;
  readonly index: RegionIndex;
  readonly groups: RegionGroups;
  /** The highest order of all regions, or 0. */
  readonly topOrder: () => number;
  /** Size of the image. */
  readonly image: Size;
  /** Makes the id of a new record. */
  readonly newId: () => string;
  /** The joints that skeletons of a label have; undefined for one that has none. */
  readonly skeletonOf: (label: ChosenLabel | null) => SkeletonPlan | undefined;
  /** The pixels of the image around a point, for tools that look at them; undefined as long as they are not there. */
  readonly pixelsAround: (point: Point) => PixelWindow | undefined;
  readonly clipboard: Clipboard;
};

/** A part of the image pixel by pixel; the same object as long as it is the same part. */
export type PixelWindow = {
  readonly picture: RgbPicture;
  /** The pixel of the image in its upper left corner. */
  readonly left: number;
  readonly top: number;
};

/** Of what a core is made. */
export type CoreSettings = {
  readonly image: Size;
  readonly newId: () => string;
  /** What the label schema says of skeletons; without it none is drawn. */
  readonly skeletonOf?: EditorCore['skeletonOf'];
  /** Without it the wand and the live-wire find nothing. */
  readonly pixelsAround?: EditorCore['pixelsAround'];
  /** One for several editors, so that what is copied from one image can be pasted into another. */
  readonly clipboard?: Clipboard;
  /** How many frames there are of a sequence; a single image has none. */
  readonly frames?: number | undefined;
  /** Types of records that are added to those of the editor. */
  readonly records?: AddedScopes;
};

export function createCore(settings: CoreSettings): EditorCore {
  const { image, newId, records, frames, skeletonOf, pixelsAround, clipboard } = settings;
  const store = createEditorStore(records);
  if (frames !== undefined) keepFrames(store, frames);
  return {
    store,
    history: createHistory(store),
    index: createRegionIndex(store),
    groups: createRegionGroups(store),
    topOrder: createTopOrder(store),
    image,
    newId,
    skeletonOf: skeletonOf ?? (() => undefined),
    pixelsAround: pixelsAround ?? (() => undefined),
    clipboard: clipboard ?? createClipboard(),
  };
}

export function cameraOf({ store }: EditorCore): Camera {
  const record = store.get('camera');
  if (record?.type !== 'camera') throw new Error('The editor has lost its camera.');
  return record;
}

/** Shows another part of the image; a camera that is nowhere changes nothing. */
export function setCamera({ store }: EditorCore, { x, y, zoom }: Camera): void {
  if (![x, y, zoom].every(Number.isFinite)) return;
  store.put({ id: 'camera', type: 'camera', x, y, zoom });
}

/** The whole image. */
export const imageBounds = ({ image }: EditorCore): Bounds => ({
  minX: 0,
  minY: 0,
  maxX: image.width,
  maxY: image.height,
});

export const middleOfImage = ({ image }: EditorCore): Point => ({ x: image.width / 2, y: image.height / 2 });

/** The nearest point of the image. */
export const clampToImage = ({ image }: EditorCore, { x, y }: Point): Point => ({
  x: Math.min(image.width, Math.max(0, x)),
  y: Math.min(image.height, Math.max(0, y)),
});

/** With what new regions are drawn. */
export function penOf({ store }: EditorCore): PenRecord {
  const pen = store.get('pen');
  if (pen?.type !== 'pen') throw new Error('The editor has lost its pen.');
  return pen;
}

/** A new region above all others, with the label that the pen has. */
export function makeRegion(core: EditorCore, geometry: Geometry): RegionRecord {
  return {
    id: core.newId(),
    type: 'region',
    geometry,
    label: penOf(core).label,
    order: core.topOrder() + 1,
    groupId: null,
  };
}
