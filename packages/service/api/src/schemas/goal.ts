import { goalBaseline, goalComparator, goalState, id } from '@assay/contracts';
import { z } from 'zod';
import { isoDate } from './common.ts';

export const goalFigure = z.object({
  measurementId: id,
  reportId: id,
  reportName: z.string(),
  runId: id.nullable(),
  value: z.number().nullable(),
  reason: z.string().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.number(),
  at: isoDate,
});

export const goalView = z.object({
  id,
  name: z.string(),
  metric: z.string(),
  metricName: z.string(),
  slice: z.record(z.string(), z.string()),
  comparator: goalComparator,
  target: z.number(),
  baseline: goalBaseline.nullable(),
  due: z.string().nullable(),
  blocking: z.boolean(),
  revision: z.number().int(),
  state: goalState,
  /** Its day has passed and it is not met. */
  overdue: z.boolean(),
  latest: goalFigure.nullable(),
  /** Oldest first. */
  trend: z.array(goalFigure),
});
