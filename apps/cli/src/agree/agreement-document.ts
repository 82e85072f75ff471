import {
  bootstrapInterval,
  cohenKappa,
  fleissKappa,
  gwetAc,
  krippendorffAlpha,
  type MeasurementLevel,
  type PairTable,
  pairTable,
  percentAgreement,
  tallyUnits,
  type WeightKind,
} from '@assay/agreement';
import { mapResult, type Reason, type Result } from '@assay/stats';
import type { NamedRatings } from './read-ratings.ts';

/** One figure with its interval, or the reason why it has none. */
export type Figure = {
  value: number | null;
  reason: Reason | null;
  interval: { low: number; high: number; confidence: number; resamples: number } | null;
  /** Units and ratings that it is of. */
  units: number;
  ratings: number;
};

/** What `assay agree --json` writes: "type": "assay.agreement", "version": 1. */
export type AgreementDocument = {
  type: 'assay.agreement';
  version: 1;
  level: MeasurementLevel;
  weights: WeightKind;
  seed: string;
  units: number;
  raters: readonly string[];
  categories: readonly string[];
  ratings: number;
  /** Units with two ratings or more. */
  unitsCompared: number;
  alpha: Figure;
  fleissKappa: Figure;
  gwet: Figure;
  percentAgreement: Figure;
  pairs: { raters: readonly [string, string]; kappa: Figure; percentAgreement: Figure }[];
};

/** How categories count as near in kappa and AC2, by the level of the ratings. */
const WEIGHTS: Record<MeasurementLevel, WeightKind> = {
  nominal: 'identity',
  ordinal: 'ordinal',
  interval: 'quadratic',
  ratio: 'quadratic',
};

const CONFIDENCE = 0.95;

/** All figures of agreement of named ratings. */
export function agreementDocument(
  named: NamedRatings,
  options: { level: MeasurementLevel; weights: WeightKind | null; seed: string },
): AgreementDocument {
  const { ratings, raters, categories } = named;
  const { level, seed } = options;
  const weights = options.weights ?? WEIGHTS[level];
  const tally = orThrow(tallyUnits(ratings));
  const values = level === 'nominal' || level === 'ordinal' ? [] : categories.map(Number);
  const ofUnits = (figure: (times: Float64Array) => Result<Sized>, name: string) =>
    figureOf(tally.times, figure, `${seed}/${name}`);
  const alpha = ofUnits((times) => krippendorffAlpha({ ...tally, times }, level, values), 'alpha');
  return {
    type: 'assay.agreement',
    version: 1,
    level,
    weights,
    seed,
    units: ratings.units,
    raters,
    categories,
    ratings: ratings.unit.length,
    unitsCompared: tally.patterns.reduce(
      (sum, pattern, at) => sum + (pattern.ratings > 1 ? tally.times[at]! : 0),
      0,
    ),
    alpha,
    fleissKappa: ofUnits((times) => fleissKappa({ ...tally, times }), 'fleiss'),
    gwet: ofUnits((times) => gwetAc({ ...tally, times }, weights), 'gwet'),
    percentAgreement: ofUnits((times) => percentAgreement({ ...tally, times }), 'percent'),
    pairs: pairsOf(raters.length).map(([first, second]) => {
      const table = orThrow(pairTable(ratings, first, second));
      const names = [raters[first]!, raters[second]!] as const;
      const ofPair = (figure: (table: PairTable) => Result<Sized>, name: string) =>
        figureOf(
          table.counts,
          (counts) => figure({ ...table, counts }),
          `${seed}/${name}/${names.join('/')}`,
        );
      return {
        raters: names,
        kappa: ofPair((each) => cohenKappa(each, weights), 'kappa'),
        percentAgreement: ofPair((each) => agreedShare(each), 'pair'),
      };
    }),
  };
}

type Sized = { value: number; units: number; ratings: number };

function orThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The ratings were read wrongly: ${result.reason}.`);
  return result.value;
}

function pairsOf(raters: number): [number, number][] {
  return Array.from({ length: raters }, (_, first) =>
    Array.from({ length: raters - first - 1 }, (_none, at): [number, number] => [first, first + at + 1]),
  ).flat();
}

function agreedShare({ categories, counts }: PairTable): Result<Sized> {
  const units = counts.reduce((sum, each) => sum + each, 0);
  if (units === 0) return { ok: false, reason: 'empty' };
  let agreed = 0;
  for (let each = 0; each < categories; each += 1) agreed += counts[each * categories + each]!;
  return { ok: true, value: { value: agreed / units, units, ratings: 2 * units } };
}

function figureOf(times: Float64Array, figure: (times: Float64Array) => Result<Sized>, seed: string): Figure {
  const found = figure(times);
  if (!found.ok) return { value: null, reason: found.reason, interval: null, units: 0, ratings: 0 };
  const { value, units, ratings } = found.value;
  const interval = bootstrapInterval(times, (drawn) => mapResult(figure(drawn), (each) => each.value), {
    seed,
    confidence: CONFIDENCE,
  });
  return {
    value,
    reason: null,
    interval: interval.ok
      ? {
          low: interval.value.low,
          high: interval.value.high,
          confidence: CONFIDENCE,
          resamples: interval.value.resamples,
        }
      : null,
    units,
    ratings,
  };
}
