import type { Geometry, MaskGeometry } from '@assay/contracts';
import { withKeyFrame } from '@assay/domain';
import { combineRles, emptyRle, type Rle, rleArea } from '@assay/geometry';
import { type EditorCore, makeRegion } from '../editor-core.ts';
import { frameOf } from '../sequence/frame.ts';
import { withTrack } from '../sequence/keep-frames.ts';
import { maskOfRle, rleOfMask } from '../shapes/mask.ts';
import type { Size } from '../view/camera.ts';
import { type EditorStore, regionOf, regionView } from './document.ts';
import { removeRegions } from './proposals.ts';
import type { RegionRecord, StrokeRecord } from './records.ts';
import { select, selectedRegions } from './selection.ts';

/** The mask of this image that is selected alone and may be changed. */
export function maskInHand({ store, image }: EditorCore): RegionRecord | undefined {
  const [region, ...others] = selectedRegions(store);
  if (region === undefined || others.length > 0 || regionView(store, region.id).locked) return undefined;
  return isMaskOf(image, region.geometry) ? region : undefined;
}

const isMaskOf = ({ width, height }: Size, geometry: Geometry): geometry is MaskGeometry =>
  geometry.kind === 'mask' && geometry.width === width && geometry.height === height;

const newMask = (core: EditorCore): RegionRecord =>
  makeRegion(core, maskOfRle(emptyRle(core.image.width, core.image.height)));

/**
 * Adds pixels to a mask, or to a new one where there is none, or takes them from it: one step of the history. A mask of
 * which nothing is left goes; in a sequence it goes from the frame that is shown on. `draft` is the record that showed the pixels till then.
 */
export function paintMask(
  core: EditorCore,
  change: {
    readonly name: string;
    readonly regionId: string | undefined;
    readonly covered: Rle;
    readonly operation: StrokeRecord['operation'];
    readonly draft: string;
  },
): void {
  const { store, history, image } = core;
  const { name, regionId, covered, operation, draft } = change;
  // Others may have changed the mask meanwhile, or taken it away.
  const region = regionId === undefined ? newMask(core) : regionOf(store, regionId);
  if (region === undefined || !isMaskOf(image, region.geometry)) return;
  const before = rleOfMask(region.geometry);
  const mask = combineRles(before, covered, operation);
  if (rleArea(mask) === rleArea(before)) return;
  history.mark(name);
  store.transact(() => {
    store.remove(draft);
    if (rleArea(mask) === 0) return takeAway(store, region);
    store.put({ ...region, geometry: maskOfRle(mask) });
    select(store, [region.id]);
  });
}

/** Of what moves through a sequence other frames may have more. */
function takeAway(store: EditorStore, region: RegionRecord): void {
  const { track } = region;
  const at = frameOf(store)?.at;
  const left = track === undefined || at === undefined ? null : withKeyFrame(track, at, null);
  if (left === null) removeRegions(store, [region]);
  else store.put(withTrack(store, region, left));
}
