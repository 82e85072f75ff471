import type { ImageMark, ImageMeasure } from '@assay/contracts';

/** What one picture's measures and notices say; that it looks like another takes both. */
type MeasuredMark = Exclude<ImageMark, 'alike'>;

/** Of one picture: what is measured of it, and what its file says. */
export type MeasuredImage = {
  width: number;
  height: number;
  measures: { readonly [measure in ImageMeasure]?: number | undefined };
  /** Codes of its notices. */
  notices: readonly string[];
};

/** Modified z-score beyond which a value stands out (Iglewicz and Hoaglin 1993). */
const FAR = 3.5;
/** Fewer pictures do not say what is usual among them. */
const LEAST_PICTURES = 10;
/** Pixels on the shorter side below which a picture is small, whatever the others are. */
const SMALL = 64;

const middleOf = (sorted: readonly number[]): number => {
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
};

const median = (values: readonly number[]): number => middleOf([...values].sort((a, b) => a - b));

/**
 * How far each value is from the median, in robust standard deviations: 0.6745 (x - median) / MAD, and where more than
 * half of the values are equal, so that the MAD is 0, (x - median) / (1.253314 mean absolute deviation). All are 0
 * where the values do not differ. Source: Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993.
 */
export function modifiedZScores(values: readonly number[]): number[] {
  const centre = median(values);
  const away = values.map((value) => Math.abs(value - centre));
  const mad = median(away);
  if (mad > 0) return values.map((value) => (0.6745 * (value - centre)) / mad);
  const mean = away.reduce((sum, each) => sum + each, 0) / Math.max(1, away.length);
  return mean > 0 ? values.map((value) => (value - centre) / (1.253314 * mean)) : values.map(() => 0);
}

type Rule = {
  mark: MeasuredMark;
  measure: ImageMeasure;
  side: 'low' | 'high';
  /** A scale on which the measure's spread is even. */
  scale?: (value: number) => number;
};

const rules: readonly Rule[] = [
  // A variance: its ratios matter, not its differences.
  { mark: 'blurred', measure: 'laplacianVariance', side: 'low', scale: (value) => Math.log(value + 1e-9) },
  { mark: 'dark', measure: 'brightness', side: 'low' },
  { mark: 'bright', measure: 'brightness', side: 'high' },
  { mark: 'flat', measure: 'contrast', side: 'low' },
  { mark: 'noisy', measure: 'noise', side: 'high' },
];

/**
 * What makes each picture of an import stand out among them. Two or more pictures that look alike are marked `alike`
 * elsewhere, since those may be of other imports.
 */
export function imageMarks(images: readonly MeasuredImage[]): MeasuredMark[][] {
  const marks: MeasuredMark[][] = images.map(({ width, height, notices }) => [
    ...(Math.min(width, height) < SMALL ? (['small'] as const) : []),
    ...(notices.includes('place-found') ? (['place'] as const) : []),
  ]);
  for (const { mark, measure, side, scale = (value: number) => value } of rules) {
    const known = images.flatMap(({ measures }, at) => {
      const value = measures[measure];
      return value === undefined ? [] : [{ at, value: scale(value) }];
    });
    if (known.length < LEAST_PICTURES) continue;
    const scores = modifiedZScores(known.map(({ value }) => value));
    for (const [i, score] of scores.entries()) {
      if (side === 'low' ? score < -FAR : score > FAR) marks[known[i]?.at ?? 0]?.push(mark);
    }
  }
  return marks;
}
