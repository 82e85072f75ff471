import type { Table } from '@assay/stats';
import {
  fitBoostedClassifier,
  fitLogistic,
  predictBoosted,
  predictLogistic,
  probabilityOf,
  rocAuc,
  splitTarget,
} from './index.ts';

export interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/**
 * Boosted trees and a logistic regression fitted on some rows and judged on others, from tables in memory.
 *
 * @param of.positive the value of the target whose probability is judged
 */
export async function learnBench(of: {
  table: string;
  fit: Table;
  unseen: Table;
  target: string;
  positive: string;
}): Promise<BenchResult[]> {
  const train = splitTarget(of.fit, of.target);
  const test = splitTarget(of.unseen, of.target);
  if (train.target.kind !== 'category' || test.target.kind !== 'category')
    throw new Error('the target is a category');
  const code = test.target.levels.indexOf(of.positive);
  const positive = test.target.codes.map((each) => (each === code ? 1 : 0));
  const fits: number[] = [];
  const predictions: number[] = [];
  let auc = 0;
  for (let turn = 0; turn < 5; turn += 1) {
    const start = performance.now();
    const model = fitBoostedClassifier(train.features, train.target);
    if (!model.ok) throw new Error(model.reason);
    const fitted = performance.now();
    const scores = probabilityOf(predictBoosted(model.value, test.features), of.positive);
    predictions.push(performance.now() - fitted);
    fits.push(fitted - start);
    const area = rocAuc(positive, scores);
    if (!area.ok) throw new Error(area.reason);
    auc = area.value;
  }
  const start = performance.now();
  const logistic = fitLogistic(train.features, train.target);
  if (!logistic.ok) throw new Error(logistic.reason);
  const logisticTime = performance.now() - start;
  const logisticAuc = rocAuc(
    positive,
    probabilityOf(predictLogistic(logistic.value, test.features), of.positive),
  );
  if (!logisticAuc.ok) throw new Error(logisticAuc.reason);
  const [boosted, linear] = [`boosted trees on ${of.table}`, `logistic regression on ${of.table}`];
  return [
    { name: `${boosted}, fit: first`, value: fits[0]! / 1000, unit: 's' },
    { name: `${boosted}, fit: median of 5`, value: median(fits) / 1000, unit: 's' },
    { name: `${boosted}, predict: median of 5`, value: median(predictions) / 1000, unit: 's' },
    { name: `${boosted}, ROC AUC on unseen rows`, value: auc, unit: '' },
    { name: `${linear}, fit`, value: logisticTime / 1000, unit: 's' },
    { name: `${linear}, ROC AUC on unseen rows`, value: logisticAuc.value, unit: '' },
  ];
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
