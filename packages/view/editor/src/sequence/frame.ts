import { geometryAt } from '@assay/domain';
import { type EditorStore, regionOf } from '../document/document.ts';
import type { FrameRecord, RegionRecord } from '../document/records.ts';

/** The frame that is shown; undefined of a single image. */
export function frameOf(store: EditorStore): FrameRecord | undefined {
  const frame = store.get('frame');
  return frame?.type === 'frame' ? frame : undefined;
}

/** Shows another frame, the nearest that there is; false where it is shown, or there are none. */
export function showFrame(store: EditorStore, at: number): boolean {
  const now = frameOf(store);
  if (now === undefined || !Number.isFinite(at)) return false;
  const next = Math.min(now.frames - 1, Math.max(0, Math.round(at)));
  if (next === now.at) return false;
  // How regions look in it is nothing that the person did to them.
  store.transact(() => store.put({ ...now, at: next }), 'remote');
  return true;
}

/** Goes where a region begins unless it is in the frame that is shown; answers with the region as it is seen then. */
export function goToRegion(store: EditorStore, id: string): RegionRecord | undefined {
  const [frame, track] = [frameOf(store), regionOf(store, id)?.track];
  const [begin] = track?.keyFrames ?? [];
  if (
    frame !== undefined &&
    track !== undefined &&
    begin !== undefined &&
    geometryAt(track, frame.at) === null
  ) {
    showFrame(store, begin.frame);
  }
  return regionOf(store, id);
}
