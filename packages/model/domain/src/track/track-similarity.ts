import type { Geometry, RegionValue, Track } from '@assay/contracts';
import { boundsMeet } from '@assay/geometry';
import { extentOf } from '../region/geometry-iou.ts';
import { regionSimilarity } from '../region/region-similarity.ts';
import { geometryAt } from './track.ts';

/**
 * How alike two tracks are, 0 to 1: the mean of `regionSimilarity` over the frames in which at least one of them is
 * there; a frame in which only one is, or in which the two cannot be compared, counts 0. Of boxes it is vIoU, the
 * intersection over union through space and time: the sum of that of the frames in which both are, divided by the number
 * of frames in which either is. Undefined of sequences of different lengths.
 *
 * Source: Zhang et al. 2020, Where Does It Exist: Spatio-Temporal Video Grounding for Multi-Form Sentences,
 * https://arxiv.org/abs/2001.06891, for vIoU.
 *
 * @param least what is certain to be less is answered as 0, and sooner
 */
export function trackSimilarity(a: Track, b: Track, least = 0): number | undefined {
  if (a.frames !== b.frames) return undefined;
  const [here, there] = [presenceOf(a), presenceOf(b)];
  let [sum, frames, together] = [0, 0, 0];
  for (let frame = 0; frame < a.frames; frame += 1) {
    frames += here[frame]! | there[frame]!;
    together += here[frame]! & there[frame]!;
  }
  let last: { one: Geometry; other: Geometry; similarity: number } | undefined;
  for (let frame = 0; frame < a.frames; frame += 1) {
    if ((here[frame]! & there[frame]!) === 0) continue;
    // A hair is left for the sum, which is rounded.
    if (sum + together < least * frames - 1e-6) return 0;
    together -= 1;
    const [one, other] = [geometryAt(a, frame), geometryAt(b, frame)];
    if (one === null || other === null) continue;
    // What stands still is the same object from frame to frame.
    if (last?.one !== one || last.other !== other) last = { one, other, similarity: inFrame(one, other) };
    sum += last.similarity;
  }
  return frames === 0 ? undefined : sum / frames;
}

/** In which frames a track is there: 1, else 0. */
function presenceOf({ frames, keyFrames }: Track): Uint8Array {
  const is = new Uint8Array(frames);
  for (const [at, { frame, geometry }] of keyFrames.entries()) {
    if (geometry !== null) is.fill(1, frame, keyFrames[at + 1]?.frame ?? frames);
  }
  return is;
}

function inFrame(one: Geometry, other: Geometry): number {
  if (one.kind !== 'box' || other.kind !== 'box') {
    // Most things are apart in most frames, and comparing borders is slow.
    const [here, there] = [extentOf(one), extentOf(other)];
    if (here !== undefined && there !== undefined && !boundsMeet(here, there)) return 0;
  }
  return regionSimilarity(one, other) ?? 0;
}

/**
 * How alike two regions are, on one image or through a sequence; undefined where one is of this and one of that.
 *
 * @param least what is certain to be less may be answered as 0
 */
export function similarityOf(a: RegionValue, b: RegionValue, least = 0): number | undefined {
  if (a.track !== undefined && b.track !== undefined) return trackSimilarity(a.track, b.track, least);
  if (a.track !== undefined || b.track !== undefined) return undefined;
  return regionSimilarity(a.geometry, b.geometry);
}
