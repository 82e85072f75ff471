import { fidelity } from '@assay/fidelity';
import {
  boostedLearner,
  crossFit,
  fitBoostedClassifier,
  predictBoosted,
  probabilityOf,
  rocAuc,
  splitTarget,
} from '@assay/learn';
import { dcrShare, gowerRows, gowerSpace, nearest, nearestIndex } from '@assay/privacy';
import { createStream, drawInteger, shuffled } from '@assay/random';
import {
  type CategoryColumn,
  type Column,
  categoryColumn,
  type Result,
  stackTables,
  type Table,
  takeRows,
} from '@assay/stats';
import { type TreeModel, treeGenerator } from './index.ts';

export interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** Rows to fit on, rows not to, and what a model is to predict: whether the target is `positive`. */
interface Judged {
  readonly table: string;
  readonly fit: Table;
  readonly unseen: Table;
  readonly target: string;
  readonly positive: string;
}

const SEEDS = [1, 2, 3];
const DRAWS = [1, 2, 3, 4, 5];
/** Of Student's distribution with four degrees of freedom, for 95% of five splits. */
const T_OF_FIVE = 2.776;

/** Speed, fidelity, detection, utility and leakage of sequential trees, fitted on some rows and judged on others. */
export async function synthesisBench(of: Judged): Promise<BenchResult[]> {
  const lines = [...speed(of), ...faithfulness(of), ...judged(of), ...leakage(of)];
  return lines.map(([name, value, unit]) => ({ name: name.replace('%', of.table), value, unit }));
}

/** In its name `%` stands for the table. */
type Line = readonly [name: string, value: number, unit: string];

function fitted(table: Table, target: string, seed: number): TreeModel {
  const plan = table.columns.map(({ name }) => ({ name, make: 'model' as const }));
  return treeGenerator.fit({ table, plan, settings: { ...treeGenerator.defaults, target }, seed });
}

function speed({ fit: train, target }: Judged): Line[] {
  const fits: number[] = [];
  const both: number[] = [];
  const millions: number[] = [];
  for (const seed of SEEDS) {
    const start = performance.now();
    const model = fitted(train, target, seed);
    fits.push((performance.now() - start) / 1000);
    treeGenerator.sample(model, { seed, from: 0, to: train.rows });
    both.push((performance.now() - start) / 1000);
    const again = performance.now();
    treeGenerator.sample(model, { seed, from: 0, to: 1_000_000 });
    millions.push((performance.now() - again) / 1000);
  }
  return [
    ['tree, %: fit, median of 3', median(fits), 's'],
    ['tree, %: fit and sample as many rows, median of 3', median(both), 's'],
    ['tree, %: sample 1,000,000, median of 3', median(millions), 's'],
    ['tree, %: peak memory after 1,000,000', process.resourceUsage().maxRSS / 1024, 'MB'],
  ];
}

/** Errors against the test rows of as many synthetic, real and bootstrapped rows, five draws of each. */
function faithfulness({ fit: train, unseen: test, target }: Judged): Line[] {
  const rows = Math.min(test.rows, train.rows);
  const all = Array.from({ length: train.rows }, (_, row) => row);
  const errors = (of: (draw: number) => Table) => {
    const found = DRAWS.map((draw) => fidelity(test, of(draw), { mode: 'corrected' }));
    return {
      shape: mean(found.map(({ shapes }) => 1 - must(shapes.score))),
      trend: mean(found.map(({ trends }) => 1 - must(trends.score))),
    };
  };
  const real = errors((draw) => takeRows(train, shuffled(createStream(draw, 'real'), all).slice(0, rows)));
  const boot = errors((draw) => {
    const stream = createStream(draw, 'bootstrap');
    return takeRows(
      train,
      Array.from({ length: rows }, (_, row) => drawInteger(stream, row, train.rows)),
    );
  });
  const tree = SEEDS.map((seed) => {
    const model = fitted(train, target, seed);
    return errors((draw) => treeGenerator.sample(model, { seed: `${seed}/${draw}`, from: 0, to: rows }));
  });
  return [
    [
      'tree, %: shape error against unseen rows, times real',
      median(tree.map((e) => e.shape / real.shape)),
      '',
    ],
    [
      'tree, %: trend error against unseen rows, times real',
      median(tree.map((e) => e.trend / real.trend)),
      '',
    ],
    ['bootstrap of the fit rows of %: shape error, times real', boot.shape / real.shape, ''],
    ['bootstrap of the fit rows of %: trend error, times real', boot.trend / real.trend, ''],
  ];
}

function judged({ fit: train, unseen: test, target: predicted, positive }: Judged): Line[] {
  const detections: number[] = [];
  const utilities: number[] = [];
  for (const seed of SEEDS) {
    const model = fitted(train, predicted, seed);
    const { table, origin } = together(test, treeGenerator.sample(model, { seed, from: 0, to: test.rows }));
    const found = crossFit(table, origin, { learner: boostedLearner(), seed });
    const isMade = origin.codes.map((code) => (origin.levels[code] === 'synthetic' ? 1 : 0));
    detections.push(must(rocAuc(isMade, probabilityOf(must(found).probabilities, 'synthetic'))));
    const made = splitTarget(treeGenerator.sample(model, { seed, from: 0, to: train.rows }), predicted);
    const held = splitTarget(test, predicted);
    const classifier = must(fitBoostedClassifier(made.features, categoryOf(made.target)));
    const target = categoryOf(held.target);
    const isPositive = target.codes.map((code) => (target.levels[code] === positive ? 1 : 0));
    utilities.push(
      must(rocAuc(isPositive, probabilityOf(predictBoosted(classifier, held.features), positive))),
    );
  }
  return [
    ['tree, %: boosted AUC against unseen rows, median of 3', median(detections), ''],
    ['tree, %: train on synthetic, ROC AUC, median of 3', median(utilities), ''],
  ];
}

/** Fitted on one half of the train rows, the other half held out, as many synthetic rows as a half has. */
function leakage({ fit: train, target }: Judged): Line[] {
  const half = Math.floor(train.rows / 2);
  const shares = DRAWS.map((split) => {
    const order = shuffled(
      createStream(split, 'halves'),
      Array.from({ length: train.rows }, (_, row) => row),
    );
    const [known, held] = [
      takeRows(train, order.slice(0, half)),
      takeRows(train, order.slice(half, 2 * half)),
    ];
    const made = treeGenerator.sample(fitted(known, target, split), { seed: split, from: 0, to: half });
    const toNearest = (reference: Table) => {
      const space = gowerSpace(train, [made, reference]);
      return nearest(gowerRows(space, made), nearestIndex(gowerRows(space, reference))).first;
    };
    return must(dcrShare(toNearest(known), toNearest(held))).estimate;
  });
  const average = mean(shares);
  const variance = shares.reduce((sum, share) => sum + (share - average) ** 2, 0) / (shares.length - 1);
  const margin = T_OF_FIVE * Math.sqrt(variance / shares.length);
  return [
    ['tree, %: DCR share, equal halves, mean of 5 splits', average, ''],
    ['tree, %: DCR share, 95% interval of the mean, low', average - margin, ''],
    ['tree, %: DCR share, 95% interval of the mean, high', average + margin, ''],
  ];
}

/** Two tables under each other, and which of the two each row is from. */
function together(real: Table, synthetic: Table): { table: Table; origin: CategoryColumn } {
  const origin = Array.from({ length: real.rows + synthetic.rows }, (_, row) =>
    row < real.rows ? 'real' : 'synthetic',
  );
  return { table: stackTables([real, synthetic]), origin: categoryColumn('origin', origin) };
}

function categoryOf(column: Column): CategoryColumn {
  if (column.kind !== 'category') throw new Error(`${column.name} is a category`);
  return column;
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
