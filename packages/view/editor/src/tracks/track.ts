import type { Geometry } from '@assay/contracts';
import { geometryBetween } from './geometry-between.ts';

/** What something is in one frame, as somebody said it. */
export type KeyFrame = {
  /** From 0, in the order of the frames. */
  readonly frame: number;
  /** Null where it is in the picture no more, until the next key frame. */
  readonly geometry: Geometry | null;
};

/**
 * One thing in a sequence of frames, stored as key frames alone, by ascending frame, none twice: between two of them it
 * moves from the one to the other, after the last one it stays, and before the first one it is not there.
 */
export type Track = readonly KeyFrame[];

/** What a track is in a frame; null where it is not in the picture. */
export function geometryAt(track: Track, frame: number): Geometry | null {
  const next = track.findIndex((key) => key.frame > frame);
  const before = track[(next === -1 ? track.length : next) - 1];
  if (before === undefined || before.geometry === null) return null;
  const after = next === -1 ? undefined : track[next];
  if (before.frame === frame || after === undefined || after.geometry === null) return before.geometry;
  const share = (frame - before.frame) / (after.frame - before.frame);
  return geometryBetween(before.geometry, after.geometry, share);
}

/** A track that is something else in one frame, which is a key frame from then on; what it is in key frames stays. */
export function withGeometry(track: Track, frame: number, geometry: Geometry | null): Track {
  return [...track.filter((key) => key.frame !== frame), { frame, geometry }].sort(
    (a, b) => a.frame - b.frame,
  );
}

/** A track without what was said of a frame: it moves there as the key frames around it say. */
export const withoutKeyFrame = (track: Track, frame: number): Track =>
  track.filter((key) => key.frame !== frame);
