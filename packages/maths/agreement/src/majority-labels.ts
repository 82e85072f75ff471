import { defined, type Result, undefinedBecause } from '@assay/stats';
import { areRatings, type Ratings } from './ratings.ts';

/**
 * The category that most raters of a unit gave, for each unit; -1 where nobody rated it, -2 where the most frequent
 * categories are tied: a tie is for people to decide.
 *
 * Undefined: 'out-of-range' as `areRatings` says.
 */
export function majorityLabels(ratings: Ratings): Result<Int32Array> {
  if (!areRatings(ratings)) return undefinedBecause('out-of-range');
  const { units, categories, unit, code } = ratings;
  const votes = new Int32Array(units * categories);
  for (let at = 0; at < unit.length; at += 1) votes[unit[at]! * categories + code[at]!]! += 1;
  const labels = new Int32Array(units);
  for (let each = 0; each < units; each += 1) {
    let [best, label] = [0, -1];
    for (let category = 0; category < categories; category += 1) {
      const count = votes[each * categories + category]!;
      if (count > best) [best, label] = [count, category];
      else if (count === best && count > 0) label = -2;
    }
    labels[each] = label;
  }
  return defined(labels);
}
