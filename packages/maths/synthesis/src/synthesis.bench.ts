import { readFileSync } from 'node:fs';
import path from 'node:path';
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
  alignLevels,
  type CategoryColumn,
  type Column,
  categoryColumn,
  type Result,
  type Table,
  tableOf,
  takeRows,
} from '@assay/stats';
import { type TreeModel, treeGenerator } from './index.ts';

export interface BenchResult {
  readonly name: string;
  /** Undefined: not run. */
  readonly value: number | undefined;
  readonly unit: string;
}

const TARGET = 'income';
const RICH = '>50K';
const SEEDS = [1, 2, 3];
const DRAWS = [1, 2, 3, 4, 5];

const NAMES = {
  fit: 'tree, Adult: fit, median of 3',
  fitAndSample: 'tree, Adult: fit and sample 32,561 x 15, median of 3',
  million: 'tree, Adult: sample 1,000,000',
  memory: 'tree, Adult: peak memory after 1,000,000',
  shape: 'tree, Adult: shape error against unseen rows, times real',
  trend: 'tree, Adult: trend error against unseen rows, times real',
  bootShape: 'bootstrap of the fit rows: shape error, times real',
  bootTrend: 'bootstrap of the fit rows: trend error, times real',
  detection: 'tree, Adult: boosted AUC against unseen rows, median of 3',
  tstr: 'tree, Adult: train on synthetic, ROC AUC, median of 3',
  dcr: 'tree, Adult: DCR share, equal halves, mean of 5 splits',
  dcrLow: 'tree, Adult: DCR share, least of 5 splits',
  dcrHigh: 'tree, Adult: DCR share, greatest of 5 splits',
} as const;

/** Speed, fidelity, detection, utility and leakage of sequential trees, fitted on adult-train and judged on adult-test. */
export async function synthesisBench({ adult }: { adult: string | undefined }): Promise<BenchResult[]> {
  const figures = new Map<string, { value: number; unit: string }>();
  if (adult !== undefined) {
    const train = readTable(path.join(adult, 'adult-train.csv'));
    const test = readTable(path.join(adult, 'adult-test.csv'));
    for (const [name, value, unit] of [
      ...speed(train),
      ...faithfulness(train, test),
      ...judged(train, test),
      ...leakage(train),
    ])
      figures.set(name, { value, unit });
  }
  return Object.values(NAMES).map((name) => ({
    name,
    ...(figures.get(name) ?? { value: undefined, unit: '' }),
  }));
}

type Line = readonly [name: string, value: number, unit: string];

function fitted(table: Table, seed: number): TreeModel {
  const plan = table.columns.map(({ name }) => ({ name, make: 'model' as const }));
  return treeGenerator.fit({ table, plan, settings: { ...treeGenerator.defaults, target: TARGET }, seed });
}

function speed(train: Table): Line[] {
  const fits: number[] = [];
  const both: number[] = [];
  for (const seed of SEEDS) {
    const start = performance.now();
    const model = fitted(train, seed);
    fits.push((performance.now() - start) / 1000);
    treeGenerator.sample(model, { seed, from: 0, to: train.rows });
    both.push((performance.now() - start) / 1000);
  }
  const model = fitted(train, 1);
  const start = performance.now();
  treeGenerator.sample(model, { seed: 1, from: 0, to: 1_000_000 });
  const million = (performance.now() - start) / 1000;
  return [
    [NAMES.fit, median(fits), 's'],
    [NAMES.fitAndSample, median(both), 's'],
    [NAMES.million, million, 's'],
    [NAMES.memory, process.resourceUsage().maxRSS / 1024, 'MB'],
  ];
}

/** Errors against the test rows of as many synthetic, real and bootstrapped rows, five draws of each. */
function faithfulness(train: Table, test: Table): Line[] {
  const rows = test.rows;
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
    const model = fitted(train, seed);
    return errors((draw) => treeGenerator.sample(model, { seed: `${seed}/${draw}`, from: 0, to: rows }));
  });
  return [
    [NAMES.shape, median(tree.map(({ shape }) => shape / real.shape)), ''],
    [NAMES.trend, median(tree.map(({ trend }) => trend / real.trend)), ''],
    [NAMES.bootShape, boot.shape / real.shape, ''],
    [NAMES.bootTrend, boot.trend / real.trend, ''],
  ];
}

function judged(train: Table, test: Table): Line[] {
  const detections: number[] = [];
  const utilities: number[] = [];
  for (const seed of SEEDS) {
    const model = fitted(train, seed);
    const { table, origin } = together(test, treeGenerator.sample(model, { seed, from: 0, to: test.rows }));
    const found = crossFit(table, origin, { learner: boostedLearner(), seed });
    const isMade = origin.codes.map((code) => (origin.levels[code] === 'synthetic' ? 1 : 0));
    detections.push(must(rocAuc(isMade, probabilityOf(must(found).probabilities, 'synthetic'))));
    const made = splitTarget(treeGenerator.sample(model, { seed, from: 0, to: train.rows }), TARGET);
    const held = splitTarget(test, TARGET);
    const classifier = must(fitBoostedClassifier(made.features, categoryOf(made.target)));
    const target = categoryOf(held.target);
    const isRich = target.codes.map((code) => (target.levels[code] === RICH ? 1 : 0));
    utilities.push(must(rocAuc(isRich, probabilityOf(predictBoosted(classifier, held.features), RICH))));
  }
  return [
    [NAMES.detection, median(detections), ''],
    [NAMES.tstr, median(utilities), ''],
  ];
}

/** Fitted on one half of the train rows, the other half held out, as many synthetic rows as a half has. */
function leakage(train: Table): Line[] {
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
    const made = treeGenerator.sample(fitted(known, split), { seed: split, from: 0, to: half });
    const toNearest = (reference: Table) => {
      const space = gowerSpace(train, [made, reference]);
      return nearest(gowerRows(space, made), nearestIndex(gowerRows(space, reference))).first;
    };
    return must(dcrShare(toNearest(known), toNearest(held))).estimate;
  });
  return [
    [NAMES.dcr, mean(shares), ''],
    [NAMES.dcrLow, Math.min(...shares), ''],
    [NAMES.dcrHigh, Math.max(...shares), ''],
  ];
}

/** Two tables under each other, and which of the two each row is from. */
function together(real: Table, synthetic: Table): { table: Table; origin: CategoryColumn } {
  const columns = real.columns.map((above, index): Column => {
    const below = synthetic.columns[index]!;
    if (above.kind === 'number' && below.kind === 'number')
      return { ...above, values: Float64Array.of(...above.values, ...below.values) };
    if (above.kind !== 'category' || below.kind !== 'category')
      throw new Error(`column ${above.name} changed kind`);
    const [first, second] = alignLevels([above, below]);
    return { ...first!, levels: second!.levels, codes: Int32Array.of(...first!.codes, ...second!.codes) };
  });
  const origin = Array.from({ length: real.rows + synthetic.rows }, (_, row) =>
    row < real.rows ? 'real' : 'synthetic',
  );
  return { table: tableOf(columns), origin: categoryColumn('origin', origin) };
}

/** A comma-separated table without quotes: columns whose every text is a number are numbers; `?` or empty is missing. */
function readTable(file: string): Table {
  const [head, ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
  const cells = lines.map((line) => line.split(','));
  return tableOf(
    head!.split(',').map((name, at): Column => {
      const texts = cells.map((row) => {
        const text = row[at]!.trim();
        return text === '' || text === '?' ? null : text;
      });
      const values = Float64Array.from(texts, (text) => (text === null ? Number.NaN : Number(text)));
      if (texts.every((text, row) => text === null || !Number.isNaN(values[row]!)))
        return { kind: 'number', name, scale: 'integer', values };
      return categoryColumn(name, texts);
    }),
  );
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
