import { z } from 'zod';
import { columnRole, columnType, importNotice } from './table.ts';

const count = z.number().int().min(0);
/** Null where the number is not defined (no values, one value where two are needed). */
const value = z.number().nullable();

/** `counts[i]` values lie in `[edges[i], edges[i+1])`; the last bin includes its upper edge. */
export const profileHistogram = z.object({ edges: z.array(z.number()), counts: z.array(count) });
export type ProfileHistogram = z.infer<typeof profileHistogram>;

/** Statistics of the finite values of a number column. Quantiles are of type 7 (Hyndman and Fan), exact. */
export const numericProfile = z.object({
  finite: count,
  min: value,
  max: value,
  mean: value,
  /** Sample standard deviation, n - 1 below. */
  sd: value,
  quantiles: z.array(z.object({ p: z.number(), value: z.number() })),
  zeros: count,
  negative: count,
  infinities: z.object({ positive: count, negative: count }),
  /** More than a quarter of the finite values are zero and others are not. */
  zeroInflated: z.boolean(),
  /** Tukey's fences at 1.5 interquartile ranges; null without values. */
  outliers: z.object({ low: z.number(), high: z.number(), below: count, above: count }).nullable(),
  histogram: profileHistogram.nullable(),
});
export type NumericProfile = z.infer<typeof numericProfile>;

/** Dates as ISO 8601 text; a gap is a run of days without any row between two days that have some. */
export const datetimeProfile = z.object({
  min: z.string().nullable(),
  max: z.string().nullable(),
  days: count,
  /** The longest gaps first, at most five; `days` are those without a row. */
  gaps: z.array(z.object({ after: z.string(), before: z.string(), days: count })),
  histogram: z.object({ edges: z.array(z.string()), counts: z.array(count) }).nullable(),
});
export type DatetimeProfile = z.infer<typeof datetimeProfile>;

/** Lengths in code points. */
export const textProfile = z.object({ minLength: count, maxLength: count, meanLength: z.number() });
export type TextProfile = z.infer<typeof textProfile>;

/** A category is rare with fewer than 30 rows or less than 0.5% of the values that are there. */
export const RARE_ROWS = 30;
export const RARE_SHARE = { numerator: 1, denominator: 200 } as const;

export const columnProfile = z.object({
  name: z.string(),
  type: columnType,
  role: columnRole,
  rows: count,
  missing: count,
  /** Exact, missing not counted. */
  distinct: count,
  constant: z.boolean(),
  /** At least 95% of at least 20 values are distinct: rows can be told apart by this column. */
  nearKey: z.boolean(),
  /** Most frequent values first, at most 20, as text; ties by value. */
  top: z.array(z.object({ value: z.string(), count })),
  /** Of boolean and category columns. */
  rare: z
    .object({ categories: count, rows: count, examples: z.array(z.object({ value: z.string(), count })) })
    .nullable(),
  numeric: numericProfile.nullable(),
  datetime: datetimeProfile.nullable(),
  text: textProfile.nullable(),
});
export type ColumnProfile = z.infer<typeof columnProfile>;

/**
 * A pair of columns. Two numbers have Pearson's and Spearman's coefficient, two categories the bias-corrected
 * Cramér's V, a category and a number the correlation ratio. `n` counts rows where both are there.
 */
export const pairProfile = z.object({
  left: z.string(),
  right: z.string(),
  measure: z.enum(['pearson', 'spearman', 'cramers-v-corrected', 'correlation-ratio']),
  value,
  /** Why the value is null. */
  reason: z.string().nullable(),
  n: count,
});
export type PairProfile = z.infer<typeof pairProfile>;

/**
 * What a table holds, column by column and pair by pair: `assay.profile`, version 1. All counts are exact and of
 * rows; statistics leave missing and infinite values out. Pairs are computed on `pairRows` evenly spaced rows.
 */
export const tableProfile = z.object({
  type: z.literal('assay.profile'),
  version: z.literal(1),
  rows: count,
  columns: z.array(columnProfile),
  /** Rows that equal an earlier row in every column. */
  duplicateRows: count,
  /** Distinct rows that occur more than once. */
  duplicateGroups: count,
  pairRows: count,
  pairs: z.array(pairProfile),
  notices: z.array(importNotice),
});
export type TableProfile = z.infer<typeof tableProfile>;

/** How one column differs between two tables. */
export const columnDrift = z.object({
  name: z.string(),
  change: z.enum(['kept', 'added', 'removed', 'retyped']),
  before: columnType.nullable(),
  after: columnType.nullable(),
  missingBefore: z.object({ count, total: count }).nullable(),
  missingAfter: z.object({ count, total: count }).nullable(),
  /** Two-sample Kolmogorov-Smirnov on numbers and times. */
  ks: z.object({ statistic: z.number(), pValue: z.number() }).nullable(),
  /** Population stability index, base is the earlier table. */
  psi: value,
  /** Total variation distance between the shares of values, of categories and booleans. */
  tvd: value,
  newCategories: z.array(z.object({ value: z.string(), count })),
  vanishedCategories: z.array(z.object({ value: z.string(), count })),
  /** Why a measure that the type calls for is null. */
  reason: z.string().nullable(),
});
export type ColumnDrift = z.infer<typeof columnDrift>;

/** `assay.drift`, version 1. */
export const tableDrift = z.object({
  type: z.literal('assay.drift'),
  version: z.literal(1),
  rowsBefore: count,
  rowsAfter: count,
  columns: z.array(columnDrift),
});
export type TableDrift = z.infer<typeof tableDrift>;
