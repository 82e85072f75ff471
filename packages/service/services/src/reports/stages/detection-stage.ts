import type { ReportDetection } from '@assay/contracts';
import {
  crossFit,
  featureGains,
  fitBoostedClassifier,
  type Learner,
  predictBoosted,
  probabilityOf,
  rocAuc,
  rocAucInterval,
} from '@assay/learn';
import { categoryColumn, mapResult, stackTables, type Table } from '@assay/stats';
import { comparedColumns, onlyColumns } from '../compared-columns.ts';
import type { ReportTables, StageControl } from '../report-tables.ts';
import { detectionRows } from '../row-budgets.ts';
import { rowSegments } from '../row-segments.ts';
import { subsetRows } from '../subset-rows.ts';

const FOLDS = 5;
const LEAST_ROWS = 2 * FOLDS;
const SEGMENTS = 5;
const EXAMPLES = 20;
/** Segments with fewer rows of either side say little. */
const LEAST_SEGMENT = 100;

/**
 * Stage 3: boosted trees that try to tell synthetic from real rows, five stratified folds, equally many rows of
 * each, the folds' predictions pooled; beside it the same for unseen real rows.
 */
export function detectionStage(tables: ReportTables, control: StageControl): ReportDetection {
  const { features } = comparedColumns(tables);
  const nothing = (reason: string): ReportDetection => ({
    auc: null,
    interval: null,
    reference: null,
    referenceInterval: null,
    reason,
    folds: FOLDS,
    rowsEach: 0,
    columns: [],
    segments: [],
    examples: [],
  });
  if (features.length === 0) return nothing('no-features');
  const [real, synthetic] = [tables.real, tables.synthetic].map((table) => onlyColumns(table, features));
  // Beyond it the interval is narrower than any decision needs.
  const budget = detectionRows(features.length);
  const most = Math.min(real!.rows, synthetic!.rows, budget);
  if (most < LEAST_ROWS) return nothing('too-few');
  const rounds = tables.unseen === null ? FOLDS : 2 * FOLDS;
  let done = 0;
  const told = () => {
    done += 1;
    control.throwIfAborted();
    control.progress(done, rounds);
  };
  const seed = tables.question.seed;
  const found = tell(real!, synthetic!, most, seed, told);
  if (!found.ok) return nothing(found.reason);
  const unseen = tables.unseen === null ? null : onlyColumns(tables.unseen, features);
  const enough = unseen !== null && Math.min(real!.rows, unseen.rows) >= LEAST_ROWS;
  const beside = enough ? tell(real!, unseen, Math.min(most, unseen.rows), `${seed}/unseen`, told) : null;
  return {
    auc: found.auc,
    interval: found.interval,
    reference: beside?.ok ? beside.auc : null,
    referenceInterval: beside?.ok ? beside.interval : null,
    reason: null,
    folds: FOLDS,
    rowsEach: most,
    most: budget,
    columns: found.gains,
    segments: segmentsOf(found),
    examples: examplesOf(found),
  };
}

type Told = {
  ok: true;
  auc: number;
  interval: { low: number; high: number } | null;
  gains: { column: string; share: number }[];
  /** Both sides stacked; real rows first. */
  table: Table;
  isOther: Uint8Array;
  probability: Float64Array;
  /** Row numbers of the other side in its own table, in the order of its half of `table`. */
  otherRows: Int32Array;
};

function tell(
  real: Table,
  other: Table,
  rowsEach: number,
  seed: string,
  told: () => void,
): Told | { ok: false; reason: string } {
  const left = subsetRows(real, rowsEach, `${seed}/real`);
  const right = subsetRows(other, rowsEach, `${seed}/other`);
  const table = stackTables([left.table, right.table]);
  const isOther = new Uint8Array(table.rows).fill(1, left.table.rows);
  const target = categoryColumn(
    'side',
    Array.from(isOther, (flag) => (flag === 1 ? 'other' : 'real')),
  );
  const gains = new Map<string, number>();
  const learner: Learner = (features, sides) =>
    mapResult(fitBoostedClassifier(features, sides), (model) => {
      for (const { name, share } of featureGains(model))
        gains.set(name, (gains.get(name) ?? 0) + share / FOLDS);
      return (others: Table) => predictBoosted(model, others);
    });
  const fitted = crossFit(table, target, {
    learner,
    seed,
    folds: FOLDS,
    control: { throwIfAborted: () => {}, progress: told },
  });
  if (!fitted.ok) return { ok: false, reason: fitted.reason };
  const probability = probabilityOf(fitted.value.probabilities, 'other');
  const auc = rocAuc(isOther, probability);
  if (!auc.ok) return { ok: false, reason: auc.reason };
  const interval = rocAucInterval(isOther, probability);
  return {
    ok: true,
    auc: auc.value,
    interval: interval.ok ? { low: interval.value.low, high: interval.value.high } : null,
    gains: [...gains]
      .map(([column, share]) => ({ column, share }))
      .filter((each) => each.share > 0)
      .sort((a, b) => b.share - a.share),
    table,
    isOther,
    probability,
    otherRows: right.rows,
  };
}

function segmentsOf(found: Told): ReportDetection['segments'] {
  const segments: { where: string; real: number; synthetic: number; auc: number }[] = [];
  for (const { where, rows } of rowSegments(found.table, 2 * LEAST_SEGMENT)) {
    const flags = Uint8Array.from(rows, (row) => found.isOther[row]!);
    const synthetic = flags.reduce((sum, flag) => sum + flag, 0);
    const real = rows.length - synthetic;
    if (Math.min(real, synthetic) < LEAST_SEGMENT) continue;
    const auc = rocAuc(
      flags,
      Float64Array.from(rows, (row) => found.probability[row]!),
    );
    if (auc.ok) segments.push({ where, real, synthetic, auc: auc.value });
  }
  return segments.sort((a, b) => b.auc - a.auc).slice(0, SEGMENTS);
}

function examplesOf({ isOther, probability, otherRows }: Told): ReportDetection['examples'] {
  const first = isOther.indexOf(1);
  return Array.from(otherRows, (row, at) => ({ row, probability: probability[first + at]! }))
    .sort((a, b) => b.probability - a.probability || a.row - b.row)
    .slice(0, EXAMPLES);
}
