import { readFileSync } from 'node:fs';
import path from 'node:path';
import { categoryColumn, type Table, tableOf } from '@assay/stats';
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
  /** Undefined: not run. */
  readonly value: number | undefined;
  readonly unit: string;
}

/** A comma-separated table without quotes: columns whose every text is a number are numbers; empty is missing. */
function readTable(file: string): Table {
  const [head, ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
  const cells = lines.map((line) => line.split(','));
  return tableOf(
    head!.split(',').map((name, at) => {
      const texts = cells.map((row) => row[at]!.trim());
      const values = Float64Array.from(texts, (text) => (text === '' ? Number.NaN : Number(text)));
      const numeric = texts.every((text, row) => text === '' || !Number.isNaN(values[row]!));
      return numeric
        ? { kind: 'number', name, scale: 'integer', values }
        : categoryColumn(
            name,
            texts.map((text) => (text === '' ? null : text)),
          );
    }),
  );
}

const NAMES = {
  first: 'boosted trees on Adult, fit: first',
  fit: 'boosted trees on Adult, fit: median of 5',
  predict: 'boosted trees on Adult, predict: median of 5',
  auc: 'boosted trees on Adult, ROC AUC on the test table',
  logistic: 'logistic regression on Adult, fit',
  logisticAuc: 'logistic regression on Adult, ROC AUC on the test table',
};

/** Boosted trees and a logistic regression fitted on adult-train.csv and judged on adult-test.csv, from tables in memory. */
export async function learnBench({ adult }: { adult: string | undefined }): Promise<BenchResult[]> {
  if (adult === undefined) return Object.values(NAMES).map((name) => ({ name, value: undefined, unit: '' }));
  const train = splitTarget(readTable(path.join(adult, 'adult-train.csv')), 'income');
  const test = splitTarget(readTable(path.join(adult, 'adult-test.csv')), 'income');
  if (train.target.kind !== 'category' || test.target.kind !== 'category')
    throw new Error('income is a category');
  const rich = test.target.levels.indexOf('>50K');
  const positive = test.target.codes.map((code) => (code === rich ? 1 : 0));
  const fits: number[] = [];
  const predictions: number[] = [];
  let auc = 0;
  for (let turn = 0; turn < 5; turn += 1) {
    const start = performance.now();
    const model = fitBoostedClassifier(train.features, train.target);
    if (!model.ok) throw new Error(model.reason);
    const fitted = performance.now();
    const scores = probabilityOf(predictBoosted(model.value, test.features), '>50K');
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
  const logisticAuc = rocAuc(positive, probabilityOf(predictLogistic(logistic.value, test.features), '>50K'));
  if (!logisticAuc.ok) throw new Error(logisticAuc.reason);
  return [
    { name: NAMES.first, value: fits[0]! / 1000, unit: 's' },
    { name: NAMES.fit, value: median(fits) / 1000, unit: 's' },
    { name: NAMES.predict, value: median(predictions) / 1000, unit: 's' },
    { name: NAMES.auc, value: auc, unit: '' },
    { name: NAMES.logistic, value: logisticTime / 1000, unit: 's' },
    { name: NAMES.logisticAuc, value: logisticAuc.value, unit: '' },
  ];
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
