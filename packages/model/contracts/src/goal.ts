import { z } from 'zod';
import { id } from './ids.ts';
import { metricId } from './metrics.ts';
import { calendarDay } from './source-terms.ts';

export const goalComparator = z.enum(['<', '<=', '>', '>=', '=']);
export type GoalComparator = z.infer<typeof goalComparator>;

/** Where the project stood before: typed in, or measured. */
export const goalBaseline = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('typed'), value: z.number() }).strict(),
  z.object({ kind: z.literal('measured'), value: z.number(), measurementId: id }).strict(),
]);
export type GoalBaseline = z.infer<typeof goalBaseline>;

/** What a project wants of a measured figure. */
export const goalInput = z
  .object({
    name: z.string().trim().min(1).max(120),
    metric: metricId,
    /** Which figure of the metric: a column, a class. Empty is the whole. */
    slice: z.record(z.string().max(64), z.string().max(512)).default({}),
    comparator: goalComparator,
    target: z.number(),
    baseline: goalBaseline.nullable().default(null),
    due: calendarDay.nullable().default(null),
    blocking: z.boolean().default(false),
  })
  .strict();
export type GoalInput = z.infer<typeof goalInput>;

/** Whether a goal is met by the newest figure; `unknown` while there is none. */
export const goalState = z.enum(['met', 'missed', 'unknown']);
export type GoalState = z.infer<typeof goalState>;

/** Domains that goals are offered for. */
export const goalDomain = z.enum(['general', 'health', 'finance', 'retail', 'testing']);
export type GoalDomain = z.infer<typeof goalDomain>;
