import type { FeatureCoding } from './feature-coding.ts';

/**
 * A logistic regression. `coefficients[k]` holds, feature by feature, one number for each term; the score `k` of a row
 * is `intercepts[k]` plus their products with the row's terms. Two classes have one score (the log odds of the second
 * class), more have one each. Plain JSON.
 */
export type LogisticModel = {
  readonly type: 'logistic-regression';
  readonly version: 1;
  readonly classes: readonly string[];
  readonly features: readonly FeatureCoding[];
  readonly coefficients: readonly (readonly number[])[];
  readonly intercepts: readonly number[];
  /** Steps that were needed. */
  readonly iterations: number;
};
