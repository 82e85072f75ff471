import type { Geometry, RegionValue, Track } from '@assay/contracts';
import { isSameJson } from '../region/is-same-json.ts';

/** What is wrong with a track, in words; null where nothing is. */
export function trackFault({ geometry, track }: RegionValue): string | null {
  if (track === undefined) return null;
  const { keyFrames, frames } = track;
  if (keyFrames.some(({ frame }) => frame >= frames)) return 'A key frame lies behind the last frame.';
  if (keyFrames.some(({ frame }, at) => at > 0 && frame <= (keyFrames[at - 1]?.frame ?? 0))) {
    return 'Key frames are not in the order of the frames, each once.';
  }
  const first = keyFrames[0]?.geometry ?? null;
  if (first === null) return 'A track begins where nothing is.';
  return isSameJson(first, geometry) ? null : 'A region is not what its first key frame says.';
}

/** All geometries that somebody drew of a region, with where they are in its record. */
export function drawnGeometries({ geometry, track }: RegionValue): { at: string; geometry: Geometry }[] {
  if (track === undefined) return [{ at: 'geometry', geometry }];
  return track.keyFrames.flatMap((key, at) =>
    key.geometry === null ? [] : [{ at: `track.keyFrames.${at}.geometry`, geometry: key.geometry }],
  );
}

/** Are all regions of one kind: on one image, or through a sequence of one length? */
export function areOfOneSequence(regions: readonly { track?: Track | undefined }[]): boolean {
  return new Set(regions.map(({ track }) => track?.frames ?? 0)).size <= 1;
}
