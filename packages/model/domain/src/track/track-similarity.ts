import type { Geometry, RegionValue, Track } from '@assay/contracts';
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
 */
export function trackSimilarity(a: Track, b: Track): number | undefined {
  if (a.frames !== b.frames) return undefined;
  let [sum, frames] = [0, 0];
  let last: { one: Geometry; other: Geometry; similarity: number } | undefined;
  for (let frame = 0; frame < a.frames; frame += 1) {
    const [one, other] = [geometryAt(a, frame), geometryAt(b, frame)];
    if (one === null && other === null) continue;
    frames += 1;
    if (one === null || other === null) continue;
    // What stands still is the same object from frame to frame.
    if (last?.one !== one || last.other !== other) {
      last = { one, other, similarity: regionSimilarity(one, other) ?? 0 };
    }
    sum += last.similarity;
  }
  return frames === 0 ? undefined : sum / frames;
}

/** How alike two regions are, on one image or through a sequence; undefined where one is of this and one of that. */
export function similarityOf(a: RegionValue, b: RegionValue): number | undefined {
  if (a.track !== undefined && b.track !== undefined) return trackSimilarity(a.track, b.track);
  if (a.track !== undefined || b.track !== undefined) return undefined;
  return regionSimilarity(a.geometry, b.geometry);
}
