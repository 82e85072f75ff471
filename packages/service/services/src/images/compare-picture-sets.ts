import { type ImageFeature, imageFeature, MOST_OUTSTANDING } from '@assay/contracts';
import type { ReportFigure } from '@assay/domain';
import { compareSets, type DrawnDistance, nearestDistances } from '@assay/vision';
import type { Featured } from './picture-features.ts';

/** How many neighbours a picture that does not stand out has: one alone may be a chance. */
const RANK = 3;
/** The same pictures give the same figures each time. */
const SEED = 'picture-sets';

export type PictureSets = { real: readonly Featured[]; made: readonly Featured[] };

export type ComparedFeature = {
  feature: ImageFeature;
  size: number | null;
  figures: ReportFigure[];
  farMade: { imageId: string; distance: number }[];
  farReal: { imageId: string; distance: number }[];
};

/** How far two sets of pictures are apart by each feature, and which pictures of either no other is near. */
export function comparePictureSets(sets: PictureSets, throwIfAborted: () => void): ComparedFeature[] {
  return imageFeature.options.map((feature) => compareBy(feature, sets, throwIfAborted));
}

function compareBy(feature: ImageFeature, sets: PictureSets, throwIfAborted: () => void): ComparedFeature {
  // A feature that is undefined of a picture (too small, of one colour) leaves that picture out.
  const known = (side: readonly Featured[]) => side.filter((each) => each[feature].length > 0);
  const [real, made] = [known(sets.real), known(sets.made)];
  const of = (side: readonly Featured[]) => side.map((each) => each[feature]);
  const found = compareSets(of(real), of(made), { seed: SEED, throwIfAborted });
  const n = real.length + made.length;
  const figure = (slice: Record<string, string>, distance: DrawnDistance, size: number): ReportFigure => ({
    metric: 'picture-set-distance',
    slice: { feature, ...slice },
    value: distance.value,
    reason: null,
    n: size,
    interval: { low: distance.low, high: distance.high },
  });
  return {
    feature,
    size: found.ok ? found.value.size : null,
    figures: found.ok
      ? [
          figure({}, found.value.all, n),
          figure({ of: 'same-size' }, found.value.sameSize, 2 * found.value.size),
          figure({ of: 'floor' }, found.value.floor, 2 * found.value.size),
        ]
      : [
          {
            metric: 'picture-set-distance',
            slice: { feature },
            value: null,
            reason: found.reason,
            n,
          },
        ],
    farMade: farthest(feature, made, real),
    farReal: farthest(feature, real, made),
  };
}

/** Pictures of one side that are farthest from what is nearest to them on the other. */
function farthest(
  feature: ImageFeature,
  side: readonly Featured[],
  other: readonly Featured[],
): { imageId: string; distance: number }[] {
  if (side.length === 0 || other.length === 0) return [];
  const distances = nearestDistances(
    side.map((each) => each[feature]),
    other.map((each) => each[feature]),
    Math.min(RANK, other.length),
  );
  if (!distances.ok) return [];
  return side
    .map(({ id }, at) => ({ imageId: id, distance: distances.value[at] ?? 0 }))
    .sort((a, b) => b.distance - a.distance || (a.imageId < b.imageId ? -1 : 1))
    .slice(0, MOST_OUTSTANDING);
}
