import { z } from 'zod';
import type { MetricId } from './metrics.ts';

/** What a metric needs beyond the two tables, or beyond the pictures. A gate whose input was not given is not assessed. */
export const gateInput = z.enum([
  'unseen',
  'target',
  'sensitive',
  'quasi-identifiers',
  'scenarios',
  'labels',
  'second-answers',
  'control-tasks',
  'made-and-real-pictures',
]);
export type GateInput = z.infer<typeof gateInput>;

type GateMetric = {
  name: string;
  better: 'higher' | 'lower';
  needs: readonly GateInput[];
  /** The metric is a vector over columns, classes or groups; a gate looks at the worst, or at a named one. */
  sliced: boolean;
  /** The metric that it is a figure of: its page says what it means. */
  of: MetricId;
};

/** Every figure of a report on rows that a policy can set a limit to. */
const rowGateMetrics = {
  'validity.score': { name: 'Validity', better: 'higher', needs: [], sliced: false, of: 'validity-score' },
  'validity.column': {
    name: 'Validity of the worst column',
    better: 'higher',
    needs: [],
    sliced: true,
    of: 'validity-score',
  },
  'shapes.error': { name: 'Shape error', better: 'lower', needs: [], sliced: false, of: 'shape-error' },
  'shapes.column-excess': {
    name: 'Worst column shape, beyond noise',
    better: 'lower',
    needs: [],
    sliced: true,
    of: 'shape-error',
  },
  'trends.error': { name: 'Trend error', better: 'lower', needs: [], sliced: false, of: 'trend-error' },
  'trends.excess': {
    name: 'Trends lost beyond noise',
    better: 'lower',
    needs: [],
    sliced: false,
    of: 'trend-error',
  },
  'trends.pair-excess': {
    name: 'Worst pair trend, beyond noise',
    better: 'lower',
    needs: [],
    sliced: true,
    of: 'trend-error',
  },
  'three-way.error': {
    name: 'Three-way error',
    better: 'lower',
    needs: [],
    sliced: false,
    of: 'three-way-error',
  },
  'missing.difference': {
    name: 'Difference of missing values',
    better: 'lower',
    needs: [],
    sliced: true,
    of: 'missing-difference',
  },
  'coverage.category': {
    name: 'Categories covered, of those to be expected',
    better: 'higher',
    needs: [],
    sliced: true,
    of: 'category-coverage',
  },
  'coverage.lost-category': {
    name: 'Category that was lost',
    better: 'lower',
    needs: [],
    sliced: true,
    of: 'category-coverage',
  },
  'detection.auc': { name: 'Detection', better: 'lower', needs: [], sliced: false, of: 'detection-auc' },
  'utility.loss': {
    name: 'Loss of ROC AUC',
    better: 'lower',
    needs: ['unseen', 'target'],
    sliced: false,
    of: 'utility-loss',
  },
  'utility.class-recall-loss': {
    name: 'Loss of recall of a class',
    better: 'lower',
    needs: ['unseen', 'target'],
    sliced: true,
    of: 'model-recall',
  },
  'privacy.excess-copies': {
    name: 'Copies in excess',
    better: 'lower',
    needs: ['unseen'],
    sliced: false,
    of: 'excess-copies',
  },
  'privacy.dcr-share': {
    name: 'DCR share',
    better: 'lower',
    needs: ['unseen'],
    sliced: false,
    of: 'dcr-share',
  },
  'privacy.nndr-ratio': {
    name: 'NNDR against unseen rows',
    better: 'higher',
    needs: ['unseen'],
    sliced: false,
    of: 'nndr',
  },
  'privacy.points-to-one': {
    name: 'Rows that point to one person, in excess',
    better: 'lower',
    needs: ['unseen', 'quasi-identifiers'],
    sliced: false,
    of: 'points-to-one',
  },
  'bias.amplification': {
    name: 'Bias amplified',
    better: 'lower',
    needs: ['target', 'sensitive'],
    sliced: true,
    of: 'bias-amplification',
  },
  'bias.share-difference': {
    name: 'Share of a group changed',
    better: 'lower',
    needs: ['sensitive'],
    sliced: true,
    of: 'group-share-change',
  },
  'scenarios.coverage': {
    name: 'Scenarios covered',
    better: 'higher',
    needs: ['scenarios'],
    sliced: false,
    of: 'scenario-coverage',
  },
  'scenarios.must': {
    name: 'Least reached scenario of those that must be there',
    better: 'higher',
    needs: ['scenarios'],
    sliced: true,
    of: 'scenario-reached',
  },
} as const satisfies Record<string, GateMetric>;
export type RowGateMetricId = keyof typeof rowGateMetrics;

/** Every figure of the pictures of a version that a policy can set a limit to. */
const pictureGateMetrics = {
  'pictures.labelled': {
    name: 'Pictures with a final label',
    better: 'higher',
    needs: [],
    sliced: false,
    of: 'pictures-labelled',
  },
  'pictures.checked': {
    name: 'Labels that a second person stands behind',
    better: 'higher',
    needs: ['labels'],
    sliced: false,
    of: 'labels-checked',
  },
  'pictures.region-detection': {
    name: 'Agreement in finding regions',
    better: 'higher',
    needs: ['second-answers'],
    sliced: false,
    of: 'region-detection',
  },
  'pictures.control-tasks': {
    name: 'Control tasks answered rightly',
    better: 'higher',
    needs: ['control-tasks'],
    sliced: true,
    of: 'control-tasks-right',
  },
  'pictures.near-duplicates': {
    name: 'Pictures that look alike',
    better: 'lower',
    needs: [],
    sliced: false,
    of: 'near-duplicate-pictures',
  },
  'pictures.copies': {
    name: 'Made pictures that look like a real one',
    better: 'lower',
    needs: ['made-and-real-pictures'],
    sliced: false,
    of: 'copied-pictures',
  },
  'pictures.set-distance': {
    name: 'Distance of made pictures from real ones',
    better: 'lower',
    needs: ['made-and-real-pictures'],
    sliced: true,
    of: 'picture-set-distance',
  },
  'pictures.standing-out': {
    name: 'Pictures that stand out',
    better: 'lower',
    needs: [],
    sliced: true,
    of: 'pictures-standing-out',
  },
  'pictures.place': {
    name: 'Pictures that tell where they were taken',
    better: 'lower',
    needs: [],
    sliced: false,
    of: 'pictures-with-place',
  },
  'pictures.rights': {
    name: 'Pictures whose rights are stated',
    better: 'higher',
    needs: [],
    sliced: false,
    of: 'pictures-with-rights',
  },
} as const satisfies Record<string, GateMetric>;
export type PictureGateMetricId = keyof typeof pictureGateMetrics;

/** Every figure that a policy can set a limit to. */
export const gateMetrics = { ...rowGateMetrics, ...pictureGateMetrics };
export type GateMetricId = keyof typeof gateMetrics;

/** Whether a gate is about pictures; the others are about rows. */
export function isPictureMetric(metric: GateMetricId): metric is PictureGateMetricId {
  return Object.hasOwn(pictureGateMetrics, metric);
}
export const gateMetricIds = Object.keys(gateMetrics) as GateMetricId[];

/**
 * Where a colour ends: `plus` alone, or `plus` and `times` the noise of this very comparison: what unseen real rows
 * show, or where none were given, what the sizes of the tables let one expect.
 */
export const bound = z.object({ plus: z.number(), times: z.number().min(0).default(0) }).strict();
export type Bound = z.infer<typeof bound>;

export const gate = z
  .object({
    id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/),
    metric: z.enum(gateMetricIds as [GateMetricId, ...GateMetricId[]]),
    /** Only this column, class or group; without it the worst of all. */
    slice: z.string().max(256).optional(),
    green: bound,
    /** Beyond green and within amber is amber; beyond amber is red. Without it there is no amber. */
    amber: bound.optional(),
    /** A red gate that does not block is shown and does not fail the report. */
    blocking: z.boolean().default(true),
    /** Whom it concerns; empty is everybody. */
    roles: z
      .array(z.enum(['manager', 'expert', 'annotator', 'engineer', 'auditor']))
      .max(5)
      .default([]),
  })
  .strict();
export type Gate = z.infer<typeof gate>;

/** A set of gates, `assay.policy` version 1. */
export const policy = z
  .object({
    type: z.literal('assay.policy'),
    version: z.literal(1),
    name: z.string().trim().min(1).max(120),
    description: z.string().max(2000).default(''),
    gates: z.array(gate).min(1).max(200),
  })
  .strict()
  .refine((each) => new Set(each.gates.map((one) => one.id)).size === each.gates.length, {
    message: 'Two gates have the same id.',
    path: ['gates'],
  });
export type Policy = z.infer<typeof policy>;
