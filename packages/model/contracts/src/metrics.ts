import { z } from 'zod';

type MetricDefinition = {
  name: string;
  /** What the number means, in one or two sentences for anybody. */
  definition: string;
  /** Formula or procedure, with its convention and source. */
  method: string;
  version: number;
  unit: 'share' | 'count' | 'ratio' | 'difference' | 'statistic' | 'correlation';
  /** Which way is better, where there is one. */
  better: 'higher' | 'lower' | 'none';
};

const wilson =
  'Interval: Wilson score interval (Wilson 1927) at 95% confidence, which stays within 0 and 1 and holds for small groups.';

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
    method: `Rows of the group over rows in which the group is known. ${wilson}`,
    version: 1,
    unit: 'share',
    better: 'none',
  },
  'population-difference': {
    name: 'Difference from the population',
    definition: 'Share of the group in this data minus its share in the given population table.',
    method:
      'Difference of the two shares; the interval is the Wilson interval of the share in the data, moved.',
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
      'Sum of (p - q) ln(p / q) over ten quantile bins of the earlier version, or its categories; missing is a bin of its own.',
    version: 1,
    unit: 'statistic',
    better: 'lower',
  },
} as const satisfies Record<string, MetricDefinition>;

export type MetricId = keyof typeof metricCatalog;
export const metricIds = Object.keys(metricCatalog) as MetricId[];
export const metricId = z.enum(metricIds as [MetricId, ...MetricId[]]);
export type Metric = MetricDefinition;

/** The definition of one metric, widened from the literal catalogue. */
export function metricDefinition(name: MetricId): Metric {
  return metricCatalog[name];
}
