import type { ClassScores, ReportUtility } from '@assay/contracts';
import {
  boostedLearner,
  type ClassProbabilities,
  type ClassScore,
  classRocAuc,
  classScores,
  confusionMatrix,
  type Learner,
  logisticLearner,
  predictedClass,
  probabilityOf,
  rocAuc,
  rocAucInterval,
  splitTarget,
} from '@assay/learn';
import {
  type CategoryColumn,
  type Column,
  categoryColumn,
  defined,
  findColumn,
  quantiles,
  type Result,
  type Table,
  takeRows,
} from '@assay/stats';
import { comparedColumns, onlyColumns } from '../compared-columns.ts';
import type { ReportTables, StageControl } from '../report-tables.ts';
import { rowSegments } from '../row-segments.ts';
import { subsetRows } from '../subset-rows.ts';

const SEEDS = 3;
/** Rows to learn from at most. */
const MOST_ROWS = 100_000;
const LEAST_ROWS = 20;
/** More classes than this are identifiers in disguise. */
const MOST_CLASSES = 50;
const LEAST_SLICE = 100;
const SLICES = 20;
/** One in five synthetic rows is held back to see whether a model learns what only synthetic rows have. */
const HELD_BACK = 5;

const NOTHING: ClassScores = { accuracy: null, precision: null, recall: null, f1: null, rocAuc: null };

/**
 * Stage 4: models trained on synthetic rows and on as many real ones, both scored on unseen real rows. Boosted trees at
 * fixed settings with a tenth of the rows held out by seed for stopping, three seeds; logistic regression once. A
 * numeric target is predicted as above its median in the real rows or not.
 */
export function utilityStage(tables: ReportTables, control: StageControl): ReportUtility {
  const target = tables.question.target;
  const nothing = (reason: string): ReportUtility => ({
    target,
    reason,
    classes: [],
    seeds: SEEDS,
    tstr: NOTHING,
    trtr: NOTHING,
    tstrRange: null,
    trtrRange: null,
    logistic: { tstr: NOTHING, trtr: NOTHING, reason },
    syntheticGap: null,
    byClass: [],
    bySlice: [],
  });
  if (target === null) return nothing('no-target');
  if (tables.unseen === null) return nothing('no-unseen-rows');
  const features = comparedColumns(tables).features.filter((name) => name !== target);
  if (features.length === 0) return nothing('no-features');
  const sides = supervise(tables, tables.unseen, target, features);
  const { classes } = sides;
  if (classes.length < 2) return nothing('one-class');
  if (classes.length > MOST_CLASSES) return nothing('too-many-classes');
  const size = Math.min(sides.real.features.rows, sides.synthetic.features.rows, MOST_ROWS);
  if (size < LEAST_ROWS || sides.unseen.features.rows < LEAST_ROWS) return nothing('too-few');

  const rounds = 2 * SEEDS + 3;
  let done = 0;
  const learn = (learner: Learner, side: Supervised, test = sides.unseen): Result<Judged> => {
    const predict = learner(side.features, side.target);
    done += 1;
    control.throwIfAborted();
    control.progress(done, rounds);
    if (!predict.ok) return predict;
    return judge(test, predict.value(test.features));
  };
  const seed = tables.question.seed;
  const runs: { tstr: Judged; trtr: Judged }[] = [];
  for (let each = 0; each < SEEDS; each += 1) {
    const own = `${seed}/${each}`;
    const learner = boostedLearner({ earlyStopping: { seed: own } });
    const tstr = learn(learner, drawn(sides.synthetic, size, own));
    const trtr = learn(learner, drawn(sides.real, size, own));
    if (!trtr.ok) return nothing(`real: ${trtr.reason}`);
    if (!tstr.ok) return nothing(`synthetic: ${tstr.reason}`);
    runs.push({ tstr: tstr.value, trtr: trtr.value });
  }
  const plain = logisticLearner();
  const [plainSynthetic, plainReal] = [
    learn(plain, drawn(sides.synthetic, size, seed)),
    learn(plain, drawn(sides.real, size, seed)),
  ];
  const first = runs[0]!;
  const of = (side: 'tstr' | 'trtr') => runs.map((run) => run[side].scores);
  return {
    target,
    reason: null,
    classes,
    seeds: SEEDS,
    tstr: combine(of('tstr'), mean),
    trtr: combine(of('trtr'), mean),
    tstrRange: { low: combine(of('tstr'), least), high: combine(of('tstr'), most) },
    trtrRange: { low: combine(of('trtr'), least), high: combine(of('trtr'), most) },
    logistic: {
      tstr: plainSynthetic.ok ? plainSynthetic.value.scores : NOTHING,
      trtr: plainReal.ok ? plainReal.value.scores : NOTHING,
      reason: plainSynthetic.ok ? (plainReal.ok ? null : plainReal.reason) : plainSynthetic.reason,
    },
    syntheticGap: heldBackGap(sides, size, seed, learn),
    byClass: classesOf(first.tstr, first.trtr),
    bySlice: slicesOf(sides.unseen, classes, first.tstr.probabilities, first.trtr.probabilities),
  };
}

type Supervised = { features: Table; target: CategoryColumn };

/** The three sides with one set of classes: those of the real and the unseen rows, then what synthetic rows add. */
function supervise(tables: ReportTables, unseen: Table, target: string, features: readonly string[]) {
  const real = findColumn(tables.real, target)!;
  const asClasses = classesFrom(real);
  const side = (table: Table): Supervised => {
    const { target: column } = splitTarget(onlyColumns(table, [...features, target]), target);
    const coded = asClasses(column);
    const known: number[] = [];
    coded.codes.forEach((code, row) => {
      if (code >= 0) known.push(row);
    });
    const kept = takeRows(
      { rows: table.rows, columns: [coded, ...onlyColumns(table, features).columns] },
      known,
    );
    const [answer, ...rest] = kept.columns;
    return { features: { rows: kept.rows, columns: rest }, target: answer as CategoryColumn };
  };
  const sides = { real: side(tables.real), synthetic: side(tables.synthetic), unseen: side(unseen) };
  const present = new Set<string>();
  for (const each of [sides.real, sides.unseen])
    for (const code of each.target.codes) present.add(each.target.levels[code]!);
  return { ...sides, classes: [...present].sort() };
}

/** How a column is read as classes: a category as it is, a number as above the median of the real rows or not. */
function classesFrom(real: Column): (column: Column) => CategoryColumn {
  if (real.kind === 'category')
    return (column) => (column.kind === 'category' ? column : categoryColumn(column.name, []));
  const median = quantiles(real.values, [0.5]);
  const limit = median.ok ? median.value[0]! : 0;
  const written = String(Number(limit.toPrecision(6)));
  return (column) =>
    categoryColumn(
      column.name,
      column.kind === 'category'
        ? []
        : Array.from(column.values, (value) =>
            Number.isNaN(value) ? null : value > limit ? `above ${written}` : `at most ${written}`,
          ),
    );
}

function drawn(side: Supervised, rows: number, seed: string): Supervised {
  const { rows: chosen } = subsetRows(side.features, rows, seed);
  return chosen.length === side.features.rows ? side : rowsOf(side, chosen);
}

function rowsOf(side: Supervised, rows: ArrayLike<number>): Supervised {
  const [answer, ...rest] = takeRows(
    { rows: side.features.rows, columns: [side.target, ...side.features.columns] },
    rows,
  ).columns;
  return { features: { rows: rows.length, columns: rest }, target: answer as CategoryColumn };
}

type Judged = {
  scores: ClassScores;
  byClass: readonly ClassScore[];
  probabilities: ClassProbabilities;
  auc: ReadonlyMap<string, number>;
};

function judge(test: Supervised, probabilities: ClassProbabilities): Result<Judged> {
  const matrix = confusionMatrix(test.target, predictedClass(probabilities));
  if (!matrix.ok) return matrix;
  const scores = classScores(matrix.value);
  const auc = classRocAuc(test.target, probabilities);
  if (!auc.ok) return auc;
  return defined({
    scores: {
      accuracy: scores.accuracy,
      precision: scores.macro.precision,
      recall: scores.macro.recall,
      f1: scores.macro.f1,
      rocAuc: auc.value.macro,
    },
    byClass: scores.classes,
    probabilities,
    auc: new Map(auc.value.classes.map((each) => [each.name, each.auc])),
  });
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const least = (values: readonly number[]) => Math.min(...values);
const most = (values: readonly number[]) => Math.max(...values);

function combine(scores: readonly ClassScores[], how: (values: readonly number[]) => number): ClassScores {
  const part = (name: keyof ClassScores) => {
    const values = scores.flatMap((each) => (each[name] === null ? [] : [each[name]]));
    return values.length === 0 ? null : how(values);
  };
  return {
    accuracy: part('accuracy'),
    precision: part('precision'),
    recall: part('recall'),
    f1: part('f1'),
    rocAuc: part('rocAuc'),
  };
}

/** ROC AUC on held-back synthetic rows minus on unseen real rows, of one model trained on the other synthetic rows. */
function heldBackGap(
  sides: { synthetic: Supervised; unseen: Supervised },
  size: number,
  seed: string,
  learn: (learner: Learner, side: Supervised, test?: Supervised) => Result<Judged>,
): number | null {
  const side = drawn(sides.synthetic, size, `${seed}/held-back`);
  const split = (has: (row: number) => boolean) =>
    rowsOf(side, Array.from({ length: side.features.rows }, (_, row) => row).filter(has));
  const [held, train] = [split((row) => row % HELD_BACK === 0), split((row) => row % HELD_BACK !== 0)];
  const learner = boostedLearner({ earlyStopping: { seed } });
  let onUnseen: number | null = null;
  // One fit, judged on both: the learner hands its predictor out, so that the second judgement costs no fit.
  const both: Learner = (features, target) => {
    const predict = learner(features, target);
    if (predict.ok) {
      const judged = judge(sides.unseen, predict.value(sides.unseen.features));
      onUnseen = judged.ok ? judged.value.scores.rocAuc : null;
    }
    return predict;
  };
  const own = learn(both, train, held);
  return own.ok && own.value.scores.rocAuc !== null && onUnseen !== null
    ? own.value.scores.rocAuc - onUnseen
    : null;
}

const valueIn = (result: Result<number>): number | null => (result.ok ? result.value : null);

function classesOf(tstr: Judged, trtr: Judged): ReportUtility['byClass'] {
  const scores = (judged: Judged, name: string): ClassScores => {
    const found = judged.byClass.find((each) => each.name === name);
    return {
      accuracy: null,
      precision: found === undefined ? null : valueIn(found.precision),
      recall: found === undefined ? null : valueIn(found.recall),
      f1: found === undefined ? null : valueIn(found.f1),
      rocAuc: judged.auc.get(name) ?? null,
    };
  };
  return trtr.byClass
    .filter((each) => each.support > 0)
    .map((each) => ({
      class: each.name,
      n: each.support,
      tstr: scores(tstr, each.name),
      trtr: scores(trtr, each.name),
    }));
}

/** The slices of the unseen rows in which training on synthetic rows costs most, by the least frequent class. */
function slicesOf(
  test: Supervised,
  classes: readonly string[],
  synthetic: ClassProbabilities,
  real: ClassProbabilities,
): ReportUtility['bySlice'] {
  const counts = classes.map((name) => {
    const code = test.target.levels.indexOf(name);
    return { name, code, n: test.target.codes.reduce((sum, each) => sum + (each === code ? 1 : 0), 0) };
  });
  const rare = counts.filter((each) => each.n > 0).sort((a, b) => a.n - b.n)[0];
  if (rare === undefined) return [];
  const [left, right] = [probabilityOf(synthetic, rare.name), probabilityOf(real, rare.name)];
  return rowSegments(test.features, LEAST_SLICE)
    .flatMap(({ column, where, rows }) => {
      const positive = Uint8Array.from(rows, (row) => (test.target.codes[row] === rare.code ? 1 : 0));
      const pick = (from: Float64Array) => Float64Array.from(rows, (row) => from[row]!);
      const [a, b] = [rocAuc(positive, pick(left)), rocAuc(positive, pick(right))];
      if (!a.ok || !b.ok) return [];
      const interval = rocAucInterval(positive, pick(left));
      return [
        {
          column,
          slice: where,
          n: rows.length,
          tstr: a.value,
          trtr: b.value,
          gap: b.value - a.value,
          interval: interval.ok ? { low: interval.value.low, high: interval.value.high } : null,
          reason: null,
        },
      ];
    })
    .sort((a, b) => b.gap - a.gap)
    .slice(0, SLICES);
}
