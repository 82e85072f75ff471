import { z } from 'zod';
import { id } from './ids.ts';
import { labelModel } from './label-model.ts';
import { recipeConstraint } from './recipe.ts';
import { runKind } from './run.ts';

/** Real rows behind each figure that annotators see, at least. */
export const LEAST_BIN_ROWS = 20;

const rows = z.number().int().min(0);
const bins = <Edge extends z.ZodType>(edge: Edge) =>
  /** In order; `upTo` is not part of its bin. The last one is open: an extreme value is one person's value. */
  z.array(z.object({ upTo: edge.nullable(), rows })).min(1);

/** Where the values of a column lie in the real data, in bins of at least `LEAST_BIN_ROWS` rows. */
export const columnReference = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('number'),
    /** Rows that have a value. */
    of: rows,
    bins: bins(z.number()),
    /** Tukey's fences at 1.5 interquartile ranges: what lies beyond is an outlier. */
    fences: z.object({ low: z.number(), high: z.number() }).nullable(),
  }),
  z.object({ kind: z.literal('moment'), of: rows, bins: bins(z.string()) }),
  z.object({
    kind: z.literal('category'),
    of: rows,
    /** Most frequent first; values of fewer rows are not named. */
    values: z.array(z.object({ value: z.string(), rows })),
  }),
  z.object({
    kind: z.literal('none'),
    reason: z.enum([
      'no-source',
      'not-in-source',
      'personal-data',
      'free-text',
      'identifier',
      'too-few',
      /** It would give away what a blind test asks. */
      'blind',
    ]),
  }),
]);
export type ColumnReference = z.infer<typeof columnReference>;

/** What is known of the rows of a batch besides their values: the same for each row of it. */
export const workContext = z.object({
  batchId: id,
  /** Null in a blind test: not every row is from it. */
  run: z
    .object({
      number: z.number().int(),
      kind: runKind,
      name: z.string(),
      seed: z.string(),
      recipe: z
        .object({
          name: z.string(),
          number: z.number().int(),
          method: z.string(),
          conditions: z.array(z.string()),
        })
        .nullable(),
      /** What an imported run says of where it is from. */
      generator: z.string().nullable(),
    })
    .nullable(),
  /** By the name of the column. */
  references: z.record(z.string(), columnReference),
  /** What the recipe says that each row satisfies. */
  constraints: z.array(recipeConstraint),
  /** What is known of the model that judges the rows' own labels; null where none was asked for. */
  labelModel: labelModel.nullable(),
});
export type WorkContext = z.infer<typeof workContext>;

/** Why nothing is served to a person of what a project has. */
export const emptyQueueReason = z.discriminatedUnion('why', [
  /** There is no batch at all, or none that one may see work of. */
  z.object({ why: z.literal('no-batches') }),
  z.object({ why: z.literal('all-done') }),
  /** A batch that would serve, once its guideline is read. */
  z.object({
    why: z.literal('guideline'),
    batch: z.string(),
    batchId: id,
    guidelineId: id,
    guideline: z.string(),
  }),
  z.object({ why: z.literal('paused'), batch: z.string() }),
  z.object({ why: z.literal('building'), batch: z.string() }),
  /** What is left is in the hands of others; it comes back when a lease runs out, at the earliest then. */
  z.object({
    why: z.literal('held-by-others'),
    batch: z.string(),
    tasks: rows,
    earliest: z.iso.datetime().nullable(),
  }),
  /** One has had one's turn at all that is left: it waits for somebody else. */
  z.object({ why: z.literal('your-turns-are-over'), batch: z.string(), tasks: rows }),
  z.object({ why: z.literal('for-others'), batch: z.string() }),
  /** Something came free after it was asked for. */
  z.object({ why: z.literal('just-freed'), batch: z.string() }),
]);
export type EmptyQueueReason = z.infer<typeof emptyQueueReason>;
