import { defined, type Result, undefinedBecause } from '@assay/stats';
import { type AgreementFigure, correctedForChance } from './agreement-figure.ts';
import { categoryWeights, type WeightKind } from './category-weights.ts';
import { areRatings, type Ratings } from './ratings.ts';

/** How two raters rated the units that both rated: counts in row order, rows are the first rater's categories. */
export type PairTable = { readonly categories: number; readonly counts: Float64Array };

/** The table of two raters of `ratings`. Undefined: 'out-of-range' as `areRatings` says, or for the raters. */
export function pairTable(ratings: Ratings, first: number, second: number): Result<PairTable> {
  const { units, raters, categories, unit, rater, code } = ratings;
  const known = (each: number) => Number.isInteger(each) && each >= 0 && each < raters;
  if (!areRatings(ratings) || !known(first) || !known(second)) return undefinedBecause('out-of-range');
  const given = new Int32Array(units).fill(-1);
  for (let at = 0; at < unit.length; at += 1) if (rater[at] === first) given[unit[at]!] = code[at]!;
  const counts = new Float64Array(categories * categories);
  for (let at = 0; at < unit.length; at += 1) {
    const other = given[unit[at]!]!;
    if (rater[at] === second && other >= 0) counts[other * categories + code[at]!]! += 1;
  }
  return defined({ categories, counts });
}

/**
 * Cohen's kappa of two raters, plain ('identity') or weighted: chance agreement is that of independent raters with
 * the two raters' own shares.
 *
 * Undefined: 'empty' without units that both rated; 'unanimous' when both gave one and the same category throughout.
 * Source: Cohen, Educational and Psychological Measurement 20 (1960); Psychological Bulletin 70 (1968).
 */
export function cohenKappa(table: PairTable, weights: WeightKind = 'identity'): Result<AgreementFigure> {
  const { categories, counts } = table;
  const matrix = categoryWeights(weights, categories);
  const [rows, columns] = [new Float64Array(categories), new Float64Array(categories)];
  let [n, agreed] = [0, 0];
  for (let row = 0; row < categories; row += 1) {
    for (let column = 0; column < categories; column += 1) {
      const count = counts[row * categories + column]!;
      n += count;
      rows[row]! += count;
      columns[column]! += count;
      agreed += count * matrix[row * categories + column]!;
    }
  }
  if (n === 0) return undefinedBecause('empty');
  let expected = 0;
  for (let row = 0; row < categories; row += 1) {
    for (let column = 0; column < categories; column += 1) {
      expected += rows[row]! * columns[column]! * matrix[row * categories + column]!;
    }
  }
  return correctedForChance({ observed: agreed / n, expected: expected / (n * n), units: n, ratings: 2 * n });
}
