import type { MetricDefinition } from './metric-definition.ts';

const exact = 'A count of all pictures of the version, not of a part of them: it has no interval.';

/** What is measured of the pictures of a version, and of what people drew on them. */
export const pictureMetrics = {
  'pictures-labelled': {
    name: 'Pictures with a final label',
    definition: 'Share of the pictures of a version that have a final label.',
    method: `Pictures with at least one final label over all pictures of the version; one on which nothing is to be found counts when somebody said so. ${exact}`,
    version: 1,
    unit: 'share',
    better: 'higher',
  },
  'labels-checked': {
    name: 'Labels that a second person stands behind',
    definition: 'Share of the final labels of pictures that an expert decided, or that several people gave.',
    method: `Final labels by decision of an expert, or of answers of at least two people, over all final labels of pictures of the version. ${exact}`,
    version: 1,
    unit: 'share',
    better: 'higher',
  },
  'region-detection': {
    name: 'Agreement in finding regions',
    definition: 'Of what two people drew on the same picture, the share that the other one drew too.',
    method:
      'Every two people on every picture that both answered, all counts added up: 2 m / (a + b) with m matched pairs of a and b regions, whatever they are called (the F1 score of either against the other). Answers as first given, in all batches of the runs of the version. Interval: percentiles of 1,000 bootstrap resamples of whole pictures, 95%.',
    version: 1,
    unit: 'share',
    better: 'higher',
  },
  'control-tasks-right': {
    name: 'Control tasks answered rightly',
    definition:
      'Share of the planted faults that were caught, or of the tasks with a known answer that were answered so.',
    method:
      'Right or caught over all answered control tasks in the batches of the runs of the version; skipped ones are left out. Interval: Wilson score interval (Wilson 1927), 95%. Slice `kind`: `gold` or `seeded`.',
    version: 1,
    unit: 'share',
    better: 'higher',
  },
  'near-duplicate-pictures': {
    name: 'Pictures that look alike',
    definition: 'Share of the pictures of a version that look like another one of it.',
    method: `Pictures whose perceptual hash (64 bits of a cosine transform, Zauner 2010) differs in at most 6 bits from that of another picture of the version, over all. ${exact}`,
    version: 1,
    unit: 'share',
    better: 'lower',
  },
  'copied-pictures': {
    name: 'Made pictures that look like a real one',
    definition:
      'Share of the pictures made by a program that look like a picture taken of the world: they may show what they were made from.',
    method: `Synthetic pictures of the version whose perceptual hash differs in at most 6 of 64 bits from that of any real picture of the project, over all synthetic ones. Pictures that were changed from real ones are not counted: they are meant to look like them. ${exact}`,
    version: 1,
    unit: 'share',
    better: 'lower',
  },
  'pictures-standing-out': {
    name: 'Pictures that stand out',
    definition: 'Share of the pictures of a version that are blurred, dark, bright, flat, noisy or small.',
    method: `Pictures whose measure has a modified z-score beyond 3.5 among the pictures of its import (Iglewicz and Hoaglin 1993), or, of small ones, fewer than 64 pixels on the shorter side, over all. Slice \`mark\`: in what they stand out. ${exact}`,
    version: 1,
    unit: 'share',
    better: 'lower',
  },
  'pictures-with-place': {
    name: 'Pictures that tell where they were taken',
    definition: 'Share of the pictures of a version whose file holds the place where it was taken.',
    method: `Pictures with a position in the EXIF data of their file over all. ${exact}`,
    version: 1,
    unit: 'share',
    better: 'lower',
  },
  'pictures-with-rights': {
    name: 'Pictures whose rights are stated',
    definition:
      'Share of the pictures of a version of which it is said by what right they may be used, and what made them.',
    method: `Pictures with a licence over all. A picture that a program made needs none where it is said what made it; one that was changed from a real one needs both. ${exact}`,
    version: 1,
    unit: 'share',
    better: 'higher',
  },
  'picture-set-distance': {
    name: 'Distance of made pictures from real ones',
    definition:
      'How far a set of made pictures is from a set of real ones in colours, gradients or frequencies: 0 is not at all, 1 wholly.',
    method:
      'Energy distance (Szekely and Rizzo 2013) of the two sets, with the Hellinger distance between pictures, as a share of twice the mean distance between the sets. Of more than 1,000 pictures on a side 1,000 are drawn. Interval: percentiles of up to 400 bootstrap resamples of whole pictures, 95%. Slices: `feature`: `colours` (CIELAB in 75 cells), `gradients` (orientations and lengths) or `frequencies` (power spectrum in 16 rings); `of`: `floor` is the mean distance of two halves of the real set over 100 splits, `same-size` that of as many made pictures from one of these halves; between their ends lie 95% of the splits.',
    version: 1,
    unit: 'share',
    better: 'lower',
  },
} as const satisfies Record<string, MetricDefinition>;
