import { z } from 'zod';
import type { MetricDefinition } from './metric-definition.ts';
import { pictureMetrics } from './picture-metrics.ts';

const wilson =
  'Interval: Wilson score interval (Wilson 1927) at 95% confidence, which stays within 0 and 1 and holds for small groups.';

const beside =
  'Slice `of`: `floor` is what rows of the same distribution would show at these sizes, `unseen` what unseen real rows show; `column`: of one column.';

/** Every number that the product shows as a finding. Rows in `measurement` name one of these and its version. */
export const metricCatalog = {
  rows: {
    name: 'Rows',
    definition: 'Rows that were read and kept in this version.',
    method: 'Count of rows in all chunks of the version; rejected rows are not among them.',
    version: 1,
    unit: 'count',
    better: 'none',
  },
  'rejected-rows': {
    name: 'Rejected rows',
    definition: 'Rows of the uploaded file that could not be read. Their text is kept aside.',
    method: 'Count of records that the reader refused, each with its line and reason.',
    version: 1,
    unit: 'count',
    better: 'lower',
  },
  'missing-share': {
    name: 'Missing',
    definition: 'Share of rows in which this column has no value.',
    method: 'Rows whose cell is empty or equals one of the missing-value markers, over all rows.',
    version: 1,
    unit: 'share',
    better: 'lower',
  },
  'duplicate-rows': {
    name: 'Duplicate rows',
    definition: 'Rows that repeat an earlier row in every column.',
    method: 'All rows minus distinct rows; missing equals missing.',
    version: 1,
    unit: 'count',
    better: 'lower',
  },
  'outlier-share': {
    name: 'Outliers',
    definition: 'Share of values far from the middle half of the column.',
    method:
      'Values below Q1 - 1.5 IQR or above Q3 + 1.5 IQR (Tukey 1977), quantiles of type 7, over known values.',
    version: 1,
    unit: 'share',
    better: 'none',
  },
  'group-share': {
    name: 'Share of group',
    definition: 'How much of the data belongs to this group.',
    method: `Rows of the group over all rows; rows without a value are a group of their own. ${wilson}`,
    version: 1,
    unit: 'share',
    better: 'none',
  },
  'population-difference': {
    name: 'Difference from the population',
    definition: 'Share of the group in this data minus its share in the given population table.',
    method:
      'Difference of the two shares, both of the groups that the table names; the interval is the Wilson interval of the share in the data, moved.',
    version: 1,
    unit: 'difference',
    better: 'none',
  },
  'selection-rate': {
    name: 'Selection rate',
    definition: 'Share of the group whose target has the favourable outcome.',
    method: `Favourable outcomes over known outcomes within the group. ${wilson}`,
    version: 1,
    unit: 'share',
    better: 'none',
  },
  'four-fifths-ratio': {
    name: 'Four-fifths ratio',
    definition:
      "The group's selection rate over the highest selection rate of any assessed group. Below four fifths it is taken as a sign of adverse impact.",
    method:
      'Ratio of selection rates; whether it reaches 4/5 is decided in integer arithmetic (29 CFR 1607.4 D), never by rounding.',
    version: 1,
    unit: 'ratio',
    better: 'higher',
  },
  'demographic-parity-difference': {
    name: 'Demographic parity difference',
    definition: 'Gap between the highest and the lowest selection rate among assessed groups.',
    method:
      'Maximum minus minimum selection rate (the convention of Fairlearn: unsigned, no privileged group).',
    version: 1,
    unit: 'difference',
    better: 'lower',
  },
  'ks-statistic': {
    name: 'Kolmogorov-Smirnov statistic',
    definition:
      'Largest gap between the two cumulative distributions of a numeric column: 0 is equal, 1 is apart.',
    method: 'Two-sample KS statistic on known values; datetimes as integers.',
    version: 1,
    unit: 'statistic',
    better: 'lower',
  },
  psi: {
    name: 'Population stability index',
    definition: 'How far a column moved between two versions: below 0.1 little, above 0.25 much.',
    method:
      'Sum of (p - q) ln(p / q) over ten quantile bins of the earlier version, or over categories, of known values; shares below 0.0001 count as 0.0001.',
    version: 1,
    unit: 'statistic',
    better: 'lower',
  },
  'validity-score': {
    name: 'Validity',
    definition:
      'How far the synthetic table keeps to the form of the real one: types, ranges, categories, keys.',
    method:
      'Mean over columns of boundary adherence (numbers), category adherence (categories) or key uniqueness (identifiers), as SDMetrics defines them. Slice `column`: of one column.',
    version: 1,
    unit: 'share',
    better: 'higher',
  },
  'shape-error': {
    name: 'Shape error',
    definition: 'How far the distributions of single columns are from the real ones; 0 is equal.',
    method: `1 minus the mean over columns of the Kolmogorov-Smirnov complement (numbers) or total variation complement (categories), all rows, real edges. ${beside}`,
    version: 1,
    unit: 'difference',
    better: 'lower',
  },
  'trend-error': {
    name: 'Trend error',
    definition: 'How far the relations of pairs of columns are from the real ones; 0 is equal.',
    method: `1 minus the mean over all pairs of correlation similarity (two numbers) or contingency similarity (else; numbers in ten bins of the real edges), all rows. ${beside} Slice \`left\`, \`right\`: of one pair.`,
    version: 1,
    unit: 'difference',
    better: 'lower',
  },
  'three-way-error': {
    name: 'Three-way error',
    definition: 'How far the relations of three columns at a time are from the real ones; 0 is equal.',
    method: `Mean total variation distance over triples of binned columns (ten quantile bins, ten most frequent categories). ${beside}`,
    version: 1,
    unit: 'difference',
    better: 'lower',
  },
  'parity-quality': {
    name: 'Quality as SDMetrics prints it',
    definition:
      'The mean of shape and trend scores in the convention of SDMetrics, for comparison with other tools.',
    method:
      'Shapes and trends with separate edges for each side, all pairs (slice `of`: `thresholds` drops weak pairs as SDMetrics does since 0.27).',
    version: 1,
    unit: 'share',
    better: 'higher',
  },
  'missing-difference': {
    name: 'Difference of missing values',
    definition:
      'How much more or less often a column is missing in the synthetic rows than in the real ones.',
    method: 'Absolute difference of the two shares of missing cells.',
    version: 1,
    unit: 'difference',
    better: 'lower',
  },
  'range-coverage': {
    name: 'Range covered',
    definition: 'How much of the range of the real values the synthetic ones reach.',
    method: 'Range coverage as in SDMetrics: 1 minus the uncovered parts at both ends, not below 0.',
    version: 1,
    unit: 'share',
    better: 'higher',
  },
  'category-coverage': {
    name: 'Categories covered',
    definition: 'Share of the real categories that the synthetic rows have.',
    method: 'Distinct real categories that occur in the synthetic column over all distinct real ones.',
    version: 1,
    unit: 'share',
    better: 'higher',
  },
  'detection-auc': {
    name: 'Detection',
    definition: 'How well a classifier tells synthetic rows from real ones: 0.5 is not at all, 1 is always.',
    method:
      'Histogram gradient-boosted trees, 5 stratified folds, ROC AUC of the pooled out-of-fold predictions. Slice `of`: `unseen` is real against unseen real rows.',
    version: 1,
    unit: 'statistic',
    better: 'lower',
  },
  'model-roc-auc': {
    name: 'ROC AUC of a model',
    definition:
      'How well a model ranks unseen real rows by the target. Slice `trained`: on synthetic or on real rows.',
    method:
      'Boosted trees at fixed settings (slice `model`: `logistic` for logistic regression), mean over 3 seeds, scored on unseen real rows; more than two classes: mean of one against the rest. The interval is the range over seeds.',
    version: 1,
    unit: 'statistic',
    better: 'higher',
  },
  'model-accuracy': {
    name: 'Accuracy of a model',
    definition:
      'Share of unseen real rows whose target a model gives. Slice `trained`: on synthetic or on real rows.',
    method: 'As for the ROC AUC; the class of highest probability.',
    version: 1,
    unit: 'share',
    better: 'higher',
  },
  'model-precision': {
    name: 'Precision of a model',
    definition:
      'Of the rows that a model puts in a class, the share that belong there. Slices `trained`, `class`.',
    method: 'As for the ROC AUC; mean over classes, or of one class.',
    version: 1,
    unit: 'share',
    better: 'higher',
  },
  'model-recall': {
    name: 'Recall of a model',
    definition: 'Of the rows of a class, the share that a model finds. Slices `trained`, `class`.',
    method: 'As for the ROC AUC; mean over classes, or of one class.',
    version: 1,
    unit: 'share',
    better: 'higher',
  },
  'model-f1': {
    name: 'F1 of a model',
    definition: 'Harmonic mean of precision and recall. Slices `trained`, `class`.',
    method: 'As for the ROC AUC; mean over classes, or of one class.',
    version: 1,
    unit: 'share',
    better: 'higher',
  },
  'utility-loss': {
    name: 'Loss of ROC AUC',
    definition: 'How much worse a model is for having been trained on synthetic instead of real rows.',
    method:
      'ROC AUC on unseen real rows of boosted trees trained on real rows minus that of those trained on synthetic ones.',
    version: 1,
    unit: 'difference',
    better: 'lower',
  },
  'synthetic-gap': {
    name: 'Gap between synthetic and real',
    definition:
      'How much better a model trained on synthetic rows does on synthetic rows than on unseen real ones.',
    method: 'Score on held-back synthetic rows minus score on unseen real rows.',
    version: 1,
    unit: 'difference',
    better: 'lower',
  },
  'exact-copies': {
    name: 'Exact copies',
    definition: 'Synthetic rows that equal a real row in every column.',
    method: 'Count over all synthetic rows; coarse tables repeat honestly: see the excess.',
    version: 1,
    unit: 'count',
    better: 'lower',
  },
  'excess-copies': {
    name: 'Copies in excess',
    definition: 'Share of exact copies beyond the share that unseen real rows show.',
    method: 'Difference of two proportions; interval by Newcombe (1998), 95%.',
    version: 1,
    unit: 'difference',
    better: 'lower',
  },
  'dcr-share': {
    name: 'DCR share',
    definition:
      'Share of synthetic rows nearer to the rows that were learnt from than to as many unseen ones: 0.5 is best.',
    method:
      'Gower distance to the closest record, as many fit as unseen rows, drawn by seed; ties count half. Interval: Wilson (1927), 95%.',
    version: 1,
    unit: 'share',
    better: 'lower',
  },
  nndr: {
    name: 'Nearest neighbour distance ratio',
    definition:
      'Distance to the nearest real row over that to the second nearest: near 0 is next to one person.',
    method:
      'Median over synthetic rows of the ratio of Gower distances. Slice `of`: `unseen` for unseen real rows.',
    version: 1,
    unit: 'ratio',
    better: 'higher',
  },
  'k-anonymity': {
    name: 'k-anonymity',
    definition:
      'Size of the smallest group of real rows with equal quasi-identifiers that a synthetic row points to.',
    method: 'Classes of the quasi-identifiers over the fit rows, as linked to by synthetic rows.',
    version: 1,
    unit: 'count',
    better: 'higher',
  },
  'points-to-one': {
    name: 'Rows that point to one person',
    definition: 'Share of synthetic rows whose quasi-identifiers are those of exactly one real row.',
    method: 'Count over all synthetic rows. Slice `of`: `unseen` for unseen real rows.',
    version: 1,
    unit: 'share',
    better: 'lower',
  },
  'l-diversity': {
    name: 'l-diversity',
    definition:
      'Least number of different sensitive values in a group of real rows that a synthetic row points to.',
    method: 'Distinct l-diversity of the sensitive column over those classes.',
    version: 1,
    unit: 'count',
    better: 'higher',
  },
  'bias-amplification': {
    name: 'Bias amplified',
    definition:
      'How much further apart the groups are in the synthetic rows than in the real ones; above 0 is amplified.',
    method: 'Demographic parity difference of the synthetic rows minus that of the real ones.',
    version: 1,
    unit: 'difference',
    better: 'lower',
  },
  'group-share-change': {
    name: 'Change of a group’s share',
    definition: 'Share of a group in the synthetic rows minus its share in the real ones.',
    method: 'Difference of two proportions; interval by Newcombe (1998), 95%.',
    version: 1,
    unit: 'difference',
    better: 'none',
  },
  'selection-rate-change': {
    name: 'Change of a selection rate',
    definition: 'Selection rate of a group in the synthetic rows minus that in the real ones.',
    method: 'Difference of two proportions; interval by Newcombe (1998), 95%.',
    version: 1,
    unit: 'difference',
    better: 'none',
  },
  'scenario-coverage': {
    name: 'Scenarios covered',
    definition: 'Of the scenarios that experts expressed as conditions, the share that the rows cover.',
    method:
      'Scenarios of the list of which the rows hold at least as many as the scenario needs, over all expressed ones; retired ones and those not yet expressed are left out, one that names a column which the rows lack is not covered. Each counts the same; counts are exact. Slice `importance`: of those that must, should or could be there.',
    version: 1,
    unit: 'share',
    better: 'higher',
  },
  'scenario-reached': {
    name: 'Rows of a scenario',
    definition: 'How much of the rows that a scenario needs is there; 1 is covered.',
    method:
      'Rows that match its condition over rows that it needs, at most 1. Numerator: rows that match; denominator: rows needed. A share of the rows is rounded up to whole rows, and at least one row is needed. Slice `scenario`: its name.',
    version: 1,
    unit: 'share',
    better: 'higher',
  },
  ...pictureMetrics,
} as const satisfies Record<string, MetricDefinition>;

export type MetricId = keyof typeof metricCatalog;

/** The metrics by what asks for them: a source alone, the stages of a report in their order, pictures. */
export const metricStages = {
  source: [
    'rows',
    'rejected-rows',
    'missing-share',
    'duplicate-rows',
    'outlier-share',
    'ks-statistic',
    'psi',
    'group-share',
    'population-difference',
    'selection-rate',
    'four-fifths-ratio',
    'demographic-parity-difference',
  ],
  validity: ['validity-score'],
  fidelity: [
    'shape-error',
    'trend-error',
    'three-way-error',
    'parity-quality',
    'missing-difference',
    'range-coverage',
    'category-coverage',
  ],
  detection: ['detection-auc'],
  utility: [
    'model-roc-auc',
    'model-accuracy',
    'model-precision',
    'model-recall',
    'model-f1',
    'utility-loss',
    'synthetic-gap',
  ],
  privacy: [
    'exact-copies',
    'excess-copies',
    'dcr-share',
    'nndr',
    'k-anonymity',
    'points-to-one',
    'l-diversity',
  ],
  bias: ['bias-amplification', 'group-share-change', 'selection-rate-change'],
  scenarios: ['scenario-coverage', 'scenario-reached'],
  pictures: [
    'pictures-labelled',
    'labels-checked',
    'region-detection',
    'control-tasks-right',
    'near-duplicate-pictures',
    'copied-pictures',
    'pictures-standing-out',
    'pictures-with-place',
    'pictures-with-rights',
    'picture-set-distance',
  ],
} as const satisfies Record<string, readonly MetricId[]>;
export type MetricStage = keyof typeof metricStages;

export const metricIds = Object.keys(metricCatalog) as MetricId[];
export const metricId = z.enum(metricIds as [MetricId, ...MetricId[]]);
export type Metric = MetricDefinition;

/** The definition of one metric, widened from the literal catalogue. */
export function metricDefinition(name: MetricId): Metric {
  return metricCatalog[name];
}
