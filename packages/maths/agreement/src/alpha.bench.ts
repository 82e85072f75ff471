import { createStream, drawUniform } from '@assay/random';
import { krippendorffAlpha, type MeasurementLevel } from './krippendorff-alpha.ts';
import { tallyUnits } from './unit-tally.ts';

/** One measured figure. */
export type AlphaFigure = { readonly name: string; readonly value: number; readonly unit: string };

const RATINGS = 1_000_000;
const RATERS = 5;
const RUNS = 5;
const LEVELS: readonly MeasurementLevel[] = ['nominal', 'ordinal', 'interval', 'ratio'];
/** Few labels, and a scale from 0 to 100 on which hardly two units are rated alike. */
const SCALES = [7, 101];

/** Alpha of 1,000,000 ratings by 5 people, from the ratings to the figure, on every scale. */
export function alphaBench(): AlphaFigure[] {
  const name = 'alpha, 1,000,000 ratings by 5 people';
  const figures = SCALES.flatMap((categories) => {
    const ratings = drawRatings(categories);
    const values = Array.from({ length: categories }, (_, code) => code);
    return LEVELS.map((level): AlphaFigure => {
      const times = Array.from({ length: RUNS }, () => {
        const began = performance.now();
        const tally = tallyUnits(ratings);
        if (!tally.ok || !krippendorffAlpha(tally.value, level, values).ok)
          throw new Error('There is no alpha.');
        return (performance.now() - began) / 1000;
      });
      times.sort((a, b) => a - b);
      return {
        name: `${name}, ${level}, ${categories} values: median of ${RUNS}`,
        value: times[Math.floor(RUNS / 2)]!,
        unit: 's',
      };
    });
  });
  return [
    ...figures,
    { name: `${name}, slowest scale`, value: Math.max(...figures.map(({ value }) => value)), unit: 's' },
  ];
}

/** Each unit has a true value, from which people stray. */
function drawRatings(categories: number) {
  const units = RATINGS / RATERS;
  const stream = createStream('alpha', String(categories));
  const [unit, rater, code] = [new Int32Array(RATINGS), new Int32Array(RATINGS), new Int32Array(RATINGS)];
  for (let at = 0; at < RATINGS; at += 1) {
    unit[at] = Math.floor(at / RATERS);
    rater[at] = at % RATERS;
    const truth = drawUniform(stream, unit[at]!) * categories;
    const stray = (drawUniform(stream, units + at) - 0.5) * categories * 0.3;
    code[at] = Math.min(categories - 1, Math.max(0, Math.floor(truth + stray)));
  }
  return { units, raters: RATERS, categories, unit, rater, code };
}
