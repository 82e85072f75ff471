import { defined, type Result, undefinedBecause } from '@assay/stats';
import { areRatings, type Ratings } from './ratings.ts';

export type DawidSkene = {
  /** Probability of each category of each unit, in row order of units x categories; of an unrated unit the prior. */
  readonly probabilities: Float64Array;
  /** Share of each category among all units. */
  readonly prior: Float64Array;
  /** Of each rater, in row order of true x given category, how often it is given: raters x categories x categories. */
  readonly confusion: Float64Array;
  /** Log-likelihood of the ratings, in nats. */
  readonly logLikelihood: number;
  readonly iterations: number;
};

const MOST_ITERATIONS = 1000;
const TOLERANCE = 1e-10;

/**
 * True categories and each rater's error rates, estimated together by expectation and maximisation from the majority
 * of each unit. No smoothing, as published: a rater who never saw a category has error rates of 0 for it, which
 * decides nothing. Ends when the log-likelihood per rating gains less than 1e-10.
 *
 * Undefined: 'empty' without ratings; 'out-of-range' as `areRatings` says; 'not-converged' after 1,000 rounds.
 * Source: Dawid and Skene, Applied Statistics 28 (1979).
 */
export function dawidSkene(ratings: Ratings): Result<DawidSkene> {
  if (!areRatings(ratings)) return undefinedBecause('out-of-range');
  if (ratings.unit.length === 0) return undefinedBecause('empty');
  const probabilities = votes(ratings);
  let before = Number.NEGATIVE_INFINITY;
  for (let iterations = 1; iterations <= MOST_ITERATIONS; iterations += 1) {
    const { prior, confusion } = maximise(ratings, probabilities);
    const logLikelihood = expect(ratings, prior, confusion, probabilities);
    if (logLikelihood - before < TOLERANCE * ratings.unit.length) {
      return defined({ probabilities, prior, confusion, logLikelihood, iterations });
    }
    before = logLikelihood;
  }
  return undefinedBecause('not-converged');
}

/** Shares of the votes of each unit; nothing of unrated ones. */
function votes({ units, categories, unit, code }: Ratings): Float64Array {
  const shares = new Float64Array(units * categories);
  const given = new Int32Array(units);
  for (const each of unit) given[each]! += 1;
  for (let at = 0; at < unit.length; at += 1) {
    shares[unit[at]! * categories + code[at]!]! += 1 / given[unit[at]!]!;
  }
  return shares;
}

/** Prior and error rates, given the probabilities of rated units. */
function maximise(
  { units, raters, categories, unit, rater, code }: Ratings,
  probabilities: Float64Array,
): { prior: Float64Array; confusion: Float64Array } {
  const rated = new Uint8Array(units);
  const confusion = new Float64Array(raters * categories * categories);
  for (let at = 0; at < unit.length; at += 1) {
    const [from, to] = [unit[at]! * categories, rater[at]! * categories];
    rated[unit[at]!] = 1;
    for (let truth = 0; truth < categories; truth += 1) {
      confusion[(to + truth) * categories + code[at]!]! += probabilities[from + truth]!;
    }
  }
  for (let row = 0; row < raters * categories; row += 1) {
    const own = confusion.subarray(row * categories, (row + 1) * categories);
    const sum = own.reduce((total, each) => total + each, 0);
    if (sum > 0) for (let at = 0; at < categories; at += 1) own[at]! /= sum;
  }
  const prior = new Float64Array(categories);
  let n = 0;
  for (let each = 0; each < units; each += 1) {
    if (rated[each] === 0) continue;
    n += 1;
    for (let truth = 0; truth < categories; truth += 1) {
      prior[truth]! += probabilities[each * categories + truth]!;
    }
  }
  for (let truth = 0; truth < categories; truth += 1) prior[truth]! /= n;
  return { prior, confusion };
}

/** Probabilities of each unit in place, given prior and error rates; the log-likelihood of all ratings. */
function expect(
  { units, categories, unit, rater, code }: Ratings,
  prior: Float64Array,
  confusion: Float64Array,
  probabilities: Float64Array,
): number {
  const logPrior = prior.map(Math.log);
  for (let at = 0; at < probabilities.length; at += 1) probabilities[at] = logPrior[at % categories]!;
  for (let at = 0; at < unit.length; at += 1) {
    for (let truth = 0; truth < categories; truth += 1) {
      const rate = confusion[(rater[at]! * categories + truth) * categories + code[at]!]!;
      probabilities[unit[at]! * categories + truth]! += Math.log(rate);
    }
  }
  let total = 0;
  for (let each = 0; each < units; each += 1) {
    const own = probabilities.subarray(each * categories, (each + 1) * categories);
    const most = own.reduce((best, value) => Math.max(best, value), Number.NEGATIVE_INFINITY);
    let sum = 0;
    for (let truth = 0; truth < categories; truth += 1) {
      own[truth] = Math.exp(own[truth]! - most);
      sum += own[truth]!;
    }
    for (let truth = 0; truth < categories; truth += 1) own[truth]! /= sum;
    total += most + Math.log(sum);
  }
  return total;
}
