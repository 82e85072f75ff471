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
import { utilityRows } from '../row-budgets.ts';
import { rowSegments } from '../row-segments.ts';
import { drawRows } from '../subset-rows.ts';

const SEEDS = 3;
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
  const budget = utilityRows(features.length);
  const size = Math.min(sides.real.rows.length, sides.synthetic.rows.length, budget);
  if (size < LEAST_ROWS || sides.unseen.rows.length < LEAST_ROWS) return nothing('too-few');
  const unseen = taken(sides.unseen, sides.unseen.rows);

  const rounds = 2 * SEEDS + 3;
  let done = 0;
  const learn = (learner: Learner, side: Supervised, test = unseen): Result<Judged> => {
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
    rows: { rows: size, most: budget },
    syntheticGap: heldBackGap(drawn(sides.synthetic, size, `${seed}/held-back`), unseen, seed, learn),
    byClass: classesOf(first.tstr, first.trtr),
    bySlice: slicesOf(unseen, classes, first.tstr.probabilities, first.trtr.probabilities),
  };
}

type Supervised = { features: Table; target: CategoryColumn };

/** A side with its rows whose class is known. They are taken where they are needed: all at once are a second table. */
type Known = { features: Table; target: CategoryColumn; rows: Int32Array };

/** The three sides with one set of classes: those of the real and the unseen rows, then what synthetic rows add. */
function supervise(tables: ReportTables, unseen: Table, target: string, features: readonly string[]) {
  const real = findColumn(tables.real, target)!;
  const asClasses = classesFrom(real);
  const side = (table: Table): Known => {
    const { target: column } = splitTarget(onlyColumns(table, [...features, target]), target);
    const coded = asClasses(column);
    const known = new Int32Array(table.rows);
    let count = 0;
    for (const [row, code] of coded.codes.entries())
      if (code >= 0) {
        known[count] = row;
        count += 1;
      }
    return { features: onlyColumns(table, features), target: coded, rows: known.subarray(0, count) };
  };
  const sides = { real: side(tables.real), synthetic: side(tables.synthetic), unseen: side(unseen) };
  const present = new Set<string>();
  for (const each of [sides.real, sides.unseen]) for (const level of levelsIn(each)) present.add(level);
  return { ...sides, classes: [...present].sort() };
}

function levelsIn({ target, rows }: Known): string[] {
  const seen = new Uint8Array(target.levels.length);
  for (const row of rows) seen[target.codes[row]!] = 1;
  return target.levels.filter((_, code) => seen[code] === 1);
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

/** So many of the known rows by seed. */
function drawn(side: Known, rows: number, seed: string): Supervised {
  const chosen = drawRows(side.rows.length, rows, seed);
  return taken(
    side,
    chosen.map((at) => side.rows[at]!),
  );
}

function taken(side: Known, rows: Int32Array): Supervised {
  const { features, target } = side;
  return rows.length === features.rows ? { features, target } : rowsOf(side, rows);
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
  side: Supervised,
  unseen: Supervised,
  seed: string,
  learn: (learner: Learner, side: Supervised, test?: Supervised) => Result<Judged>,
): number | null {
  const split = (has: (row: number) => boolean) =>
    rowsOf(side, Array.from({ length: side.features.rows }, (_, row) => row).filter(has));
  const [held, train] = [split((row) => row % HELD_BACK === 0), split((row) => row % HELD_BACK !== 0)];
  const learner = boostedLearner({ earlyStopping: { seed } });
  let onUnseen: number | null = null;
  // One fit, judged on both: the learner hands its predictor out, so that the second judgement costs no fit.
  const both: Learner = (features, target) => {
    const predict = learner(features, target);
    if (predict.ok) {
      const judged = judge(unseen, predict.value(unseen.features));
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
    let n = 0;
    for (const each of test.target.codes) if (each === code) n += 1;
    return { name, code, n };
  });
  const rare = counts.filter((each) => each.n > 0).sort((a, b) => a.n - b.n)[0];
  if (rare === undefined) return [];
  const [left, right] = [probabilityOf(synthetic, rare.name), probabilityOf(real, rare.name)];
  const slices: (ReportUtility['bySlice'][number] & { gap: number })[] = [];
  for (const { column, where, rows } of rowSegments(test.features, LEAST_SLICE)) {
    const positive = Uint8Array.from(rows, (row) => (test.target.codes[row] === rare.code ? 1 : 0));
    const pick = (from: Float64Array) => Float64Array.from(rows, (row) => from[row]!);
    const [a, b] = [rocAuc(positive, pick(left)), rocAuc(positive, pick(right))];
    if (!a.ok || !b.ok) continue;
    const interval = rocAucInterval(positive, pick(left));
    slices.push({
      column,
      slice: where,
      n: rows.length,
      tstr: a.value,
      trtr: b.value,
      gap: b.value - a.value,
      interval: interval.ok ? { low: interval.value.low, high: interval.value.high } : null,
      reason: null,
    });
  }
  return slices.sort((a, b) => b.gap - a.gap).slice(0, SLICES);
}
