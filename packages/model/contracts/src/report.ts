import { z } from 'zod';
import { biasReport } from './bias.ts';
import { scenario } from './scenario.ts';
import { columnRole, columnType } from './table.ts';

const count = z.number().int().min(0);
/** Null where the figure is undefined; a `reason` stands beside it. */
const value = z.number().nullable();
const reason = z.string().max(200).nullable();
const interval = z.object({ low: z.number(), high: z.number() }).nullable();
const column = z.string();

/** What was compared. Hashes are of the content of the rows, so that a report can be tied to its data. */
export const reportInput = z.object({
  name: z.string().max(512),
  rows: count,
  columns: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ReportInput = z.infer<typeof reportInput>;

const closeness = z.object({
  /** 1 is equal. */
  score: value,
  /** 1 minus the score. */
  error: value,
  /** The score that rows drawn from the very same distribution would reach at these sizes. */
  floor: value,
  /** The score of unseen real rows, where they were given. */
  real: value,
  reason,
});
export type Closeness = z.infer<typeof closeness>;

/** How many rows of a side a figure is of, and how many the side has. */
const rowsTaken = z.object({ rows: count, of: count });
export type RowsTaken = z.infer<typeof rowsTaken>;
const sidesTaken = z.object({ real: rowsTaken, synthetic: rowsTaken, unseen: rowsTaken.nullable() });

const bars = z.object({ real: z.array(count), synthetic: z.array(count), unseen: z.array(count).nullable() });

/** Counts of a column side by side, for a chart: bins of numbers (`edges`) or the most frequent categories. */
export const overlay = z.object({
  column,
  kind: z.enum(['number', 'datetime', 'category']),
  /** Of numbers: one more than bars; the first and last bars also hold what lies outside. Datetimes: epoch ms. */
  edges: z.array(z.number()).nullable(),
  /** Of categories: names of the bars; the last may stand for all others (`other`). */
  levels: z.array(z.string()).nullable(),
  other: z.boolean(),
  bars,
  missing: z.object({ real: count, synthetic: count, unseen: count.nullable() }),
});
export type Overlay = z.infer<typeof overlay>;

/** Stage 1: does the synthetic table have the form of the real one? */
export const reportValidity = z.object({
  score: value,
  columns: z.array(
    z.object({
      column,
      metric: z.enum(['BoundaryAdherence', 'CategoryAdherence', 'KeyUniqueness', 'None']),
      score: value,
      /** What is not as in the real column: values out of range, categories that only synthetic data has. */
      outside: count,
      examples: z.array(z.string().max(128)).max(5),
      reason,
    }),
  ),
  missingColumns: z.array(column),
  surplusColumns: z.array(column),
  constraints: z.array(z.object({ constraint: z.string(), broken: count, rows: count })),
});
export type ReportValidity = z.infer<typeof reportValidity>;

/** Stage 2: shapes of columns, trends of pairs, triples. Corrected mode; `parity` holds SDMetrics' figures. */
export const reportFidelity = z.object({
  shapes: closeness.extend({
    columns: z.array(
      closeness.extend({ column, metric: z.enum(['KSComplement', 'TVComplement']) }).omit({ error: true }),
    ),
  }),
  trends: closeness.extend({
    pairs: z.array(
      closeness
        .extend({
          left: column,
          right: column,
          metric: z.enum(['CorrelationSimilarity', 'ContingencySimilarity']),
        })
        .omit({ error: true }),
    ),
    /** How many pairs were compared. `pairs` lists all, or the lowest scores where there are more than 19,900. */
    compared: count.optional(),
    /** Where not all are listed: mean of what errors exceed noise by, and mean noise, over all pairs. */
    beyondNoise: z.object({ value: z.number(), noise: z.number() }).optional(),
  }),
  /** Rows that pairs and triples are of: all, or a draw by the seed where columns squared times rows exceed 4e9. */
  pairRows: sidesTaken.optional(),
  threeWay: closeness.extend({
    /** How many triples there are, and how many were looked at (all, or a seeded draw). */
    triples: count,
    assessed: count,
    worst: z.array(
      z.object({ columns: z.array(column).length(3), score: z.number(), floor: value, real: value }),
    ),
  }),
  missing: z.array(z.object({ column, real: z.number(), synthetic: z.number(), score: z.number() })),
  coverage: z.array(
    z.object({
      column,
      metric: z.enum(['RangeCoverage', 'CategoryCoverage']),
      score: value,
      /** What so many rows of the same distribution are expected to cover; of categories only. */
      floor: value.optional(),
      reason,
    }),
  ),
  /** The most frequent real category that no synthetic row has, per column that lost one. */
  lost: z.array(z.object({ column, level: z.string().max(128), real: count })),
  parity: z.object({
    /** As SDMetrics' quality report prints them: all pairs, and with its thresholds for weak pairs. */
    allPairs: z.object({ score: value, shapes: value, trends: value }),
    thresholds: z.object({ score: value, shapes: value, trends: value }),
    /** Up to 50,000 rows these are its very figures; above, it draws rows at random and these are of all rows. */
    exact: z.boolean(),
  }),
  overlays: z.array(overlay),
});
export type ReportFidelity = z.infer<typeof reportFidelity>;

/** Stage 3: can a classifier tell synthetic rows from real ones? 0.5 is best. */
export const reportDetection = z.object({
  auc: value,
  interval,
  /** The same classifier on real against unseen real rows. */
  reference: value,
  referenceInterval: interval,
  reason,
  folds: count,
  rowsEach: count,
  /** Rows of each side at most, for so many columns; where `rowsEach` is as many, they were drawn by the seed. */
  most: count.optional(),
  /** Share of the trees' gain per column: what gives the synthetic rows away. */
  columns: z.array(z.object({ column, share: z.number() })),
  /** Parts of the table in which synthetic rows are told most easily, in the text form of predicates. */
  segments: z.array(z.object({ where: z.string(), real: count, synthetic: count, auc: value })),
  /** Synthetic rows that were told with most certainty: row number and probability. */
  examples: z.array(z.object({ row: count, probability: z.number() })),
});
export type ReportDetection = z.infer<typeof reportDetection>;

const classScores = z.object({
  accuracy: value,
  precision: value,
  recall: value,
  f1: value,
  rocAuc: value,
});
export type ClassScores = z.infer<typeof classScores>;

const perSeed = z.object({ low: classScores, high: classScores });

/** Stage 4: does a model trained on synthetic rows work on unseen real ones? */
export const reportUtility = z.object({
  target: z.string().nullable(),
  reason,
  classes: z.array(z.string()),
  seeds: count,
  /** Rows of each side that models learned from, and how many are taken at most for so many columns. */
  rows: z.object({ rows: count, most: count }).optional(),
  /** Means over seeds of boosted trees: trained on synthetic, and on real rows; scored on unseen real rows. */
  tstr: classScores,
  trtr: classScores,
  /** Lowest and highest over the seeds. */
  tstrRange: perSeed.nullable(),
  trtrRange: perSeed.nullable(),
  /** The same by logistic regression. */
  logistic: z.object({ tstr: classScores, trtr: classScores, reason }),
  /** Score on held-back synthetic rows minus score on unseen real rows: patterns that only synthetic data has. */
  syntheticGap: value,
  byClass: z.array(z.object({ class: z.string(), n: count, tstr: classScores, trtr: classScores })),
  bySlice: z.array(
    z.object({ column, slice: z.string(), n: count, tstr: value, trtr: value, gap: value, interval, reason }),
  ),
});
export type ReportUtility = z.infer<typeof reportUtility>;

/** Stage 5: how near are synthetic rows to the real ones they were made from? */
export const reportPrivacy = z.object({
  exactCopies: z.object({
    count,
    rows: count,
    /** Rows of the unseen real data that also equal a real row: what is to be expected of any honest sample. */
    unseen: z.object({ count, rows: count }).nullable(),
    /** Share of copies minus the share among unseen real rows; null without them. */
    excess: value,
    interval,
    pValue: value,
    reason,
  }),
  dcrShare: z.object({ value, interval, rows: count, reason }),
  distances: z
    .object({
      /** Quantiles 0, .05, .25, .5, .75, .95, 1 of the distance to the closest real row. */
      synthetic: z.array(z.number()).length(7),
      unseen: z.array(z.number()).length(7).nullable(),
    })
    .nullable(),
  /** Rows that distances were computed of: all, or a draw by the seed. Copies are counted over all rows. */
  distanceRows: sidesTaken.optional(),
  nndr: z.object({ median: value, unseen: value, reason }),
  kAnonymity: z.object({
    quasiIdentifiers: z.array(column),
    /** Smallest class of the real rows that some synthetic row points to. */
    k: value,
    /** Synthetic rows that point to a class of fewer than five real rows. */
    pointsToFew: count,
    /** Synthetic rows that point to exactly one real row. */
    pointsToOne: count,
    unseenPointsToOne: z.object({ count, rows: count }).nullable(),
    lDiversity: z.array(z.object({ column, distinct: value, entropy: value })),
    reason,
  }),
  riskiest: z.array(
    z.object({ row: count, realRow: count, distance: z.number(), ratio: value, why: z.string().max(200) }),
  ),
});
export type ReportPrivacy = z.infer<typeof reportPrivacy>;

/** Stage 6: was bias kept, lessened or amplified? */
export const reportBias = z.object({
  questions: z.array(
    z.object({
      groups: z.array(column),
      real: biasReport,
      synthetic: biasReport,
      differences: z.array(
        z.object({
          group: z.array(z.string().nullable()),
          share: z.object({ difference: value, interval, reason }),
          rate: z.object({ difference: value, interval, reason }),
        }),
      ),
      /** Demographic parity difference, synthetic minus real; above 0 is amplified. */
      amplification: z.object({ value, reason }),
    }),
  ),
  reason,
});
export type ReportBias = z.infer<typeof reportBias>;

/** How far rows cover a scenario; `short`: some are there, and fewer than it needs. */
export const scenarioState = z.enum(['covered', 'short', 'missing', 'not-expressible', 'not-expressed']);
export type ScenarioState = z.infer<typeof scenarioState>;

/** What experts said matters, as the list stood, and how many rows each scenario is. Retired ones are left out. */
export const reportScenarios = z.object({
  list: z.object({ number: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** Rows that were looked at: all of the synthetic side. */
  rows: count,
  items: z.array(
    z.object({
      scenario: scenario.omit({ retired: true, revision: true }),
      state: scenarioState,
      /** Rows that match; null where there is no condition, or it cannot be asked of these columns. */
      matching: count.nullable(),
      /** Rows that it needs among so many; null where there is no condition. */
      needed: count.nullable(),
      /** Why its condition cannot be asked of these columns. */
      reason: z.string().max(1000).nullable(),
    }),
  ),
});
export type ReportScenarios = z.infer<typeof reportScenarios>;

/** A gate of the policy, judged. */
export const gateResult = z.object({
  id: z.string(),
  name: z.string(),
  metric: z.string(),
  slice: z.record(z.string(), z.string()).nullable(),
  status: z.enum(['green', 'amber', 'red', 'failed', 'not-assessed']),
  value,
  /** Where green and amber end for this report. */
  green: value,
  amber: value,
  comparator: z.enum(['<=', '>=']),
  blocking: z.boolean(),
  /** One sentence: what was found, and why it has this colour. */
  because: z.string().max(600),
});
export type GateResult = z.infer<typeof gateResult>;

export const verdict = z.enum(['passed', 'failed', 'incomplete']);
export type Verdict = z.infer<typeof verdict>;

/** What a report is asked. */
export const reportQuestion = z.object({
  target: z.string().nullable(),
  sensitive: z.array(z.string()).max(20),
  quasiIdentifiers: z.array(z.string()).max(30),
  favourable: z.array(z.string().max(512)).max(50),
  seed: z.string().min(1).max(64),
});
export type ReportQuestion = z.infer<typeof reportQuestion>;

/** A report between two tables, `assay.report` version 1. */
export const report = z.object({
  type: z.literal('assay.report'),
  version: z.literal(1),
  inputs: z.object({ real: reportInput, synthetic: reportInput, unseen: reportInput.nullable() }),
  question: reportQuestion,
  columns: z.array(z.object({ name: column, type: columnType, role: columnRole })),
  /** Unseen rows that are also among the real ones were left out of the unseen side. */
  overlap: z.object({ rows: count, leftOut: z.boolean() }).nullable(),
  notices: z.array(z.string().max(1000)),
  validity: reportValidity,
  fidelity: reportFidelity,
  detection: reportDetection,
  utility: reportUtility,
  privacy: reportPrivacy,
  bias: reportBias,
  /** Null where nothing was written down, and in reports from before there were scenarios. */
  scenarios: reportScenarios.nullable().default(null),
  policy: z.object({ name: z.string(), version: count }),
  gates: z.array(gateResult),
  verdict,
});
export type Report = z.infer<typeof report>;
