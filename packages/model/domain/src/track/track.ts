import type { Geometry, KeyFrame, Track } from '@assay/contracts';
import { geometryBetween } from './geometry-between.ts';

/** Something that begins in one frame of a sequence. */
export const startTrack = (frames: number, frame: number, geometry: Geometry): Track => ({
  version: 1,
  frames,
  keyFrames: [{ frame, geometry }],
});

/** What a track is in a frame; null where it is not in the picture. */
export function geometryAt({ keyFrames }: Track, frame: number): Geometry | null {
  // A track may have a key frame in every frame, and be asked for in each: halving finds the next one at once.
  let [next, end] = [0, keyFrames.length];
  while (next < end) {
    const middle = (next + end) >> 1;
    if (keyFrames[middle]!.frame > frame) end = middle;
    else next = middle + 1;
  }
  const before = keyFrames[next - 1];
  if (before === undefined || before.geometry === null) return null;
  const after = keyFrames[next];
  if (before.frame === frame || after === undefined || after.geometry === null) return before.geometry;
  const share = (frame - before.frame) / (after.frame - before.frame);
  return geometryBetween(before.geometry, after.geometry, share);
}

/** Did somebody say what it is in this frame? */
export const isKeyFrame = ({ keyFrames }: Track, frame: number): boolean =>
  keyFrames.some((key) => key.frame === frame);

/**
 * A track that is something else in one frame, or there no more from then on; what it is in other key frames stays. Null
 * where nothing is left of it.
 */
export function withKeyFrame(track: Track, frame: number, geometry: Geometry | null): Track | null {
  const others = track.keyFrames.filter((key) => key.frame !== frame);
  return withKeys(
    track,
    [...others, { frame, geometry }].sort((a, b) => a.frame - b.frame),
  );
}

/** A track without what was said of a frame: there it is as the key frames around say. Null where nothing is left. */
export const withoutKeyFrame = (track: Track, frame: number): Track | null =>
  withKeys(
    track,
    track.keyFrames.filter((key) => key.frame !== frame),
  );

/** Before it comes it is not there anyway: a track begins with a geometry. */
function withKeys(track: Track, keys: readonly KeyFrame[]): Track | null {
  const first = keys.findIndex(({ geometry }) => geometry !== null);
  return first === -1 ? null : { ...track, keyFrames: keys.slice(first) };
}

/** The geometry by which a track is known where frames do not matter: that of its first key frame. */
export function firstGeometry({ keyFrames }: Track): Geometry {
  const geometry = keyFrames[0]?.geometry;
  if (geometry == null) throw new Error('A track begins with a geometry.');
  return geometry;
}
