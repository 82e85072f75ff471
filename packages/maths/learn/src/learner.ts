import { type CategoryColumn, mapResult, type Result, type Table } from '@assay/stats';
import { fitBoostedClassifier } from './boosting/fit-classifier.ts';
import type { BoostingOptions } from './boosting/options.ts';
import { predictBoosted } from './boosting/predict.ts';
import type { ClassProbabilities } from './class-probabilities.ts';
import { fitLogistic, type LogisticOptions } from './logistic/fit-logistic.ts';
import { predictLogistic } from './logistic/predict-logistic.ts';

/** Learns from the rows that have a target, and from nothing else, how to give probabilities to rows. */
export type Learner = (
  features: Table,
  target: CategoryColumn,
) => Result<(features: Table) => ClassProbabilities>;

/** Boosted trees as a learner; its options hold for every fit, so weights have no place in them. */
export function boostedLearner(options: Omit<BoostingOptions, 'weights'> = {}): Learner {
  return (features, target) =>
    mapResult(
      fitBoostedClassifier(features, target, options),
      (model) => (table: Table) => predictBoosted(model, table),
    );
}

/** Logistic regression as a learner; its options hold for every fit, so weights have no place in them. */
export function logisticLearner(options: Omit<LogisticOptions, 'weights'> = {}): Learner {
  return (features, target) =>
    mapResult(
      fitLogistic(features, target, options),
      (model) => (table: Table) => predictLogistic(model, table),
    );
}
