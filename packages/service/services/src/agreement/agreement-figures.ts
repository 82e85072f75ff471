import {
  type AgreementFigure as Agreeing,
  bootstrapInterval,
  cohenKappa,
  fleissKappa,
  gwetAc,
  krippendorffAlpha,
  pairTable,
  percentAgreement,
  type Ratings,
  tallyUnits,
  type UnitTally,
  type WeightKind,
} from '@assay/agreement';
import type { AgreementFigure } from '@assay/contracts';
import type { Result } from '@assay/stats';

type Figure = Result<{ value: number }>;
type Level = 'nominal' | 'ordinal';

/** The same question gives the same interval each time that it is asked. */
const SEED = 'agreement';

const REASON_OF: Record<string, 'too-few' | 'unanimous' | 'one-category'> = {
  unanimous: 'unanimous',
  'out-of-range': 'one-category',
};

/** Samples that two people or more answered, and their answers. */
function shared(tally: UnitTally): { samples: number; answers: number } {
  let [samples, answers] = [0, 0];
  for (const [at, pattern] of tally.patterns.entries()) {
    const times = tally.times[at] ?? 0;
    if (pattern.ratings < 2) continue;
    samples += times;
    answers += times * pattern.ratings;
  }
  return { samples, answers };
}

function worded(
  found: Figure,
  n: { samples: number; answers: number },
  times: Float64Array,
  figure: (times: Float64Array) => Figure,
): AgreementFigure {
  // Nothing was answered twice: that comes before anything else that is wrong with it.
  if (n.samples === 0) return { defined: false, reason: 'too-few', ...n };
  if (!found.ok) return { defined: false, reason: REASON_OF[found.reason] ?? 'too-few', ...n };
  const interval = bootstrapInterval(
    times,
    (drawn) => {
      const again = figure(drawn);
      return again.ok ? { ok: true, value: again.value.value } : again;
    },
    { seed: SEED },
  );
  const { low, high } = interval.ok ? interval.value : { low: null, high: null };
  return { defined: true, value: found.value.value, low, high, ...n };
}

function ofTally(tally: UnitTally, compute: (tally: UnitTally) => Figure): AgreementFigure {
  const figure = (times: Float64Array) => compute({ ...tally, times });
  return worded(figure(tally.times), shared(tally), tally.times, figure);
}

function tallied(ratings: Ratings): UnitTally {
  const tally = tallyUnits(ratings);
  if (!tally.ok) throw new RangeError(`The ratings are not ratings: ${tally.reason}.`);
  return tally.value;
}

/** Agreement in per cent and Krippendorff's alpha. */
export function basicFigures(ratings: Ratings, level: Level) {
  const tally = tallied(ratings);
  return {
    percent: ofTally(tally, percentAgreement),
    alpha: ofTally(tally, (each) => krippendorffAlpha(each, level)),
  };
}

/** All figures of a question. */
export function questionFigures(ratings: Ratings, level: Level) {
  const tally = tallied(ratings);
  return {
    ...basicFigures(ratings, level),
    fleiss: ofTally(tally, fleissKappa),
    gwet: ofTally(tally, (each) => gwetAc(each, level === 'ordinal' ? 'ordinal' : 'identity')),
  };
}

/** How far two people agree. */
export function pairFigures(ratings: Ratings, first: number, second: number, level: Level) {
  const found = pairTable(ratings, first, second);
  if (!found.ok) throw new RangeError(`The raters are not raters: ${found.reason}.`);
  const { categories, counts } = found.value;
  const both = counts.reduce((sum, count) => sum + count, 0);
  const n = { samples: both, answers: 2 * both };
  const ofTable = (compute: (counts: Float64Array) => Figure) => worded(compute(counts), n, counts, compute);
  const kappa = (weights: WeightKind) =>
    ofTable((drawn): Result<Agreeing> => cohenKappa({ categories, counts: drawn }, weights));
  return {
    samples: both,
    percent: ofTable((drawn) => sameShare(drawn, categories)),
    kappa: kappa('identity'),
    weighted: level === 'ordinal' ? kappa('quadratic') : null,
  };
}

function sameShare(counts: Float64Array, categories: number): Figure {
  let [same, all] = [0, 0];
  for (const [at, count] of counts.entries()) {
    all += count;
    if (Math.floor(at / categories) === at % categories) same += count;
  }
  return all === 0 ? { ok: false, reason: 'empty' } : { ok: true, value: { value: same / all } };
}
