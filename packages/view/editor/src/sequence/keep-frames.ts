import type { Geometry, KeyFrame, Track } from '@assay/contracts';
import { firstGeometry, geometryAt, startTrack, withKeyFrame } from '@assay/domain';
import { type EditorStore, regionsOf, setAbsent } from '../document/document.ts';
import type { EditorRecords, RegionRecord } from '../document/records.ts';
import type { RecordsDiff } from '../store/diff.ts';
import type { Origin, Source } from '../store/record.ts';
import { isSameValue } from '../store/same-value.ts';
import { frameOf, showFrame } from './frame.ts';

/**
 * Makes the document that of a sequence. A region is as its track says it is in the frame that is shown; whoever changes
 * it there makes that a key frame, and what is drawn begins there. Undo goes to the frame in which something changed.
 */
export function keepFrames(store: EditorStore, frames: number): void {
  store.put({ id: 'frame', type: 'frame', at: 0, frames, isPlaying: false });
  store.addRule((diff, source, origin) => keepTracks(store, diff, source, origin));
  store.listen(
    ({ diff, origin }) => {
      const at = frameOf(store)?.at;
      const there = origin === 'history' && at !== undefined ? frameOfChange(diff, at) : undefined;
      if (there !== undefined) showFrame(store, there);
    },
    { source: 'user', scope: 'document' },
  );
}

function keepTracks(
  store: EditorStore,
  diff: RecordsDiff<EditorRecords>,
  source: Source,
  origin: Origin,
): void {
  const frame = frameOf(store);
  if (frame === undefined) return;
  const isEdit = source === 'user' && origin === 'edit';
  const show = (region: RegionRecord) => store.put(...shownAt(store, region, frame.at));
  for (const added of diff.added.values()) {
    if (added.type === 'region') show(isEdit ? begun(added, frame) : added);
  }
  for (const { from, to } of diff.updated.values()) {
    if (from.type !== 'region' || to.type !== 'region') continue;
    if (from.track === to.track && from.geometry === to.geometry) continue;
    // A tool puts what it holds, which may not know yet what its own first move made of it.
    show(isEdit ? moved({ ...to, track: to.track ?? from.track }, frame) : to);
  }
  const before = diff.updated.get('frame')?.from;
  if (before?.type === 'frame' && before.at !== frame.at) for (const region of regionsOf(store)) show(region);
}

type Place = { readonly at: number; readonly frames: number };

/** A region that comes: with its track, as it is kept or was copied of another, or beginning here. */
function begun(region: RegionRecord, { at, frames }: Place): RegionRecord {
  const { track, geometry } = region;
  const isOwn =
    track?.frames === frames &&
    (isSameValue(geometry, firstGeometry(track)) || isSameValue(geometry, geometryAt(track, at)));
  return isOwn ? region : { ...region, track: startTrack(frames, at, geometry) };
}

/** A region that is not as its track says: whoever changed it says so of this frame. */
function moved(region: RegionRecord, { at, frames }: Place): RegionRecord {
  const { track, geometry } = region;
  if (track === undefined) return { ...region, track: startTrack(frames, at, geometry) };
  if (isSameValue(geometry, geometryShown(track, at))) return region;
  return { ...region, track: withKeyFrame(track, at, geometry) ?? track };
}

/** What is held of something in a frame: where it is not there, what it is known by. */
const geometryShown = (track: Track, at: number): Geometry => geometryAt(track, at) ?? firstGeometry(track);

/** A region with another track, as it is then in the frame that is shown. */
export function withTrack(store: EditorStore, region: RegionRecord, track: Track): RegionRecord {
  return { ...region, track, geometry: geometryShown(track, frameOf(store)?.at ?? 0) };
}

/** A region as it is in a frame, and whether it is there. */
function shownAt(store: EditorStore, region: RegionRecord, at: number): RegionRecord[] {
  const { track } = region;
  if (track === undefined) return [region];
  setAbsent(store, region.id, geometryAt(track, at) === null);
  const geometry = geometryShown(track, at);
  return [isSameValue(geometry, region.geometry) ? region : { ...region, geometry }];
}

/** The frame nearest to one in which a step changed something; undefined where that can be seen from there. */
function frameOfChange(diff: RecordsDiff<EditorRecords>, at: number): number | undefined {
  const frames: number[] = [];
  for (const added of diff.added.values()) {
    if (added.type !== 'region' || added.track === undefined) continue;
    if (geometryAt(added.track, at) !== null) return undefined;
    frames.push(...added.track.keyFrames.map(({ frame }) => frame));
  }
  for (const { from, to } of diff.updated.values()) {
    if (from.type !== 'region' || to.type !== 'region' || to.track === undefined) continue;
    if (from.track !== to.track) frames.push(...changedFrames(from.track, to.track));
    // What was said of all of it can be seen wherever it is.
    else if (geometryAt(to.track, at) !== null) return undefined;
    else frames.push(...to.track.keyFrames.map(({ frame }) => frame));
  }
  if (frames.includes(at)) return undefined;
  const byDistance = frames.sort((a, b) => Math.abs(a - at) - Math.abs(b - at) || a - b);
  return byDistance[0];
}

/** Frames of which two tracks say different things. */
function changedFrames(one: Track | undefined, other: Track | undefined): number[] {
  const saidIn = (track: Track | undefined, frame: number): KeyFrame | undefined =>
    track?.keyFrames.find((key) => key.frame === frame);
  const all = new Set([one, other].flatMap((track) => track?.keyFrames.map(({ frame }) => frame) ?? []));
  return [...all].filter((frame) => !isSameValue(saidIn(one, frame), saidIn(other, frame)));
}
