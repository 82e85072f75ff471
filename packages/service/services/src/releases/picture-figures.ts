import { bootstrapInterval } from '@assay/agreement';
import {
  type GateInput,
  type ImageMark,
  type ImageOrigin,
  type MetricId,
  MOST_PICTURES_SHOWN,
} from '@assay/contracts';
import type { ReportFigure } from '@assay/domain';
import { defined, undefinedBecause, wilson } from '@assay/stats';
import type { ComparedFeature } from '../images/compare-picture-sets.ts';

/** A picture of a set, as far as its quality and its rights are concerned. */
export type PictureOfSet = {
  id: string;
  origin: ImageOrigin;
  licence: string;
  generator: string;
  marks: readonly ImageMark[];
  /** Looks like another picture of the set. */
  alike: boolean;
};

/** A picture of a version, as far as its release is concerned. */
export type PictureOfVersion = PictureOfSet & {
  /** Of a sequence, from 0; 0 of a single picture. */
  frame: number;
  /** Final labels of its sample, and those of them that a second person stands behind. */
  labels: number;
  checked: number;
  /** Looks like a real picture of the project. */
  likeReal: boolean;
};

export type PictureFacts = {
  pictures: readonly PictureOfVersion[];
  /** Pictures of the world that the project has. */
  realPictures: number;
  /** Of each picture that several people drew on: regions of both in all pairs, and those that the other drew too. */
  compared: readonly { regions: number; found: number }[];
  controls: readonly { kind: 'gold' | 'seeded'; n: number; right: number }[];
  /** How far made pictures of the version are from real ones of the project; none where either are missing. */
  distances: readonly ComparedFeature[];
};

/** A figure, with some of the pictures that it is about. */
export type FigureOfPictures = ReportFigure & { pictures: string[] };

/** In what pictures stand out; that a file tells its place, or looks like another, is told apart. */
const STANDING_OUT = ['blurred', 'dark', 'bright', 'flat', 'noisy', 'small'] as const satisfies ImageMark[];
/** The same answers give the same interval each time. */
const SEED = 'picture-checks';

/** Which inputs of gates there are. */
export function givenOf({
  pictures,
  realPictures,
  compared,
  controls,
}: PictureFacts): ReadonlySet<GateInput> {
  const given = new Set<GateInput>();
  if (pictures.some(({ labels }) => labels > 0)) given.add('labels');
  if (compared.some(({ regions }) => regions > 0)) given.add('second-answers');
  if (controls.some(({ n }) => n > 0)) given.add('control-tasks');
  if (realPictures > 0 && pictures.some(({ origin }) => origin === 'synthetic')) {
    given.add('made-and-real-pictures');
  }
  return given;
}

/** A picture says by what right it may be used: one that was made, by what; any other, under what licence. */
function hasRights({ origin, licence, generator }: PictureOfSet): boolean {
  const [isLicensed, isMadeBy] = [licence.trim() !== '', generator.trim() !== ''];
  if (origin === 'real') return isLicensed;
  return origin === 'augmented' ? isLicensed && isMadeBy : isLicensed || isMadeBy;
}

/** The figures of the pictures of a version that gates look at. One that there is nothing to compute of has a reason. */
export function pictureFigures(facts: PictureFacts): FigureOfPictures[] {
  const { pictures } = facts;
  const made = pictures.filter(({ origin }) => origin === 'synthetic');
  // All frames of a sequence have the labels of one sample.
  const samples = pictures.filter(({ frame }) => frame === 0);
  const labels = samples.reduce((sum, each) => sum + each.labels, 0);
  const checked = samples.reduce((sum, each) => sum + each.checked, 0);
  return [
    share(
      'pictures-labelled',
      pictures,
      (each) => each.labels > 0,
      {},
      (each) => each.labels === 0,
    ),
    { ...shareOf('labels-checked', checked, labels, {}, 'no-labels'), pictures: [] },
    detectionOf(facts.compared),
    ...facts.controls
      .filter(({ n }) => n > 0)
      .map(({ kind, n, right }): FigureOfPictures => {
        const interval = wilson(right, n);
        return {
          ...shareOf('control-tasks-right', right, n, { kind }, 'no-control-tasks'),
          ...(interval.ok ? { interval: { low: interval.value.low, high: interval.value.high } } : {}),
          pictures: [],
        };
      }),
    ...(facts.realPictures === 0 || made.length === 0
      ? []
      : [share('copied-pictures', made, (each) => each.likeReal)]),
    ...facts.distances.flatMap(({ figures, farMade }) =>
      figures.map((figure) => ({
        ...figure,
        pictures:
          figure.slice.of === undefined
            ? farMade.slice(0, MOST_PICTURES_SHOWN).map(({ imageId }) => imageId)
            : [],
      })),
    ),
    ...qualityFigures(pictures),
  ];
}

/** The figures that every set of pictures has, labelled or not: what looks alike, what stands out, place and rights. */
export function qualityFigures(pictures: readonly PictureOfSet[]): FigureOfPictures[] {
  return [
    share('near-duplicate-pictures', pictures, (each) => each.alike),
    ...STANDING_OUT.map((mark) =>
      share('pictures-standing-out', pictures, (each) => each.marks.includes(mark), { mark }),
    ),
    share('pictures-with-place', pictures, (each) => each.marks.includes('place')),
    share('pictures-with-rights', pictures, hasRights, {}, (each) => !hasRights(each)),
  ];
}

function share<P extends PictureOfSet>(
  metric: MetricId,
  of: readonly P[],
  counts: (picture: P) => boolean,
  slice: Record<string, string> = {},
  /** Those that are shown: what is wrong with them is worth a look. */
  shown = counts,
): FigureOfPictures {
  return {
    ...shareOf(metric, of.filter(counts).length, of.length, slice, 'no-pictures'),
    pictures: of
      .filter(shown)
      .slice(0, MOST_PICTURES_SHOWN)
      .map(({ id }) => id),
  };
}

function shareOf(
  metric: MetricId,
  numerator: number,
  denominator: number,
  slice: Record<string, string>,
  reason: string,
): ReportFigure {
  return {
    metric,
    slice,
    value: denominator === 0 ? null : numerator / denominator,
    reason: denominator === 0 ? reason : null,
    n: denominator,
    numerator,
    denominator,
  };
}

/** Pictures are drawn anew as wholes: what two people drew on one belongs together. */
function detectionOf(compared: PictureFacts['compared']): FigureOfPictures {
  const sums = (times: (at: number) => number) => {
    let [regions, found] = [0, 0];
    for (const [at, each] of compared.entries()) {
      regions += times(at) * each.regions;
      found += times(at) * each.found;
    }
    return { regions, found };
  };
  const { regions, found } = sums(() => 1);
  const interval = bootstrapInterval(
    new Float64Array(compared.length).fill(1),
    (times) => {
      const drawn = sums((at) => times[at] ?? 0);
      return drawn.regions === 0 ? undefinedBecause('empty') : defined(drawn.found / drawn.regions);
    },
    { seed: SEED },
  );
  return {
    ...shareOf('region-detection', found, regions, {}, 'nothing-drawn-twice'),
    n: compared.length,
    ...(interval.ok ? { interval: { low: interval.value.low, high: interval.value.high } } : {}),
    pictures: [],
  };
}
