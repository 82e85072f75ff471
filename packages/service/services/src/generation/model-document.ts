import { columnSpec, recipeMethod, recipe as recipeSchema } from '@assay/contracts';
import { z } from 'zod';

/** Rows of an older version are not made anew: its models are fitted again. */
export const FITTED_MODEL_VERSION = 2;

/** A fitted model as it is stored: what its generator left, with how constraints are kept. */
export const fittedModelDocument = z.object({
  type: z.literal('assay.fitted-model'),
  version: z.literal(FITTED_MODEL_VERSION),
  method: recipeMethod,
  engine: z.string(),
  /** Columns of the synthetic table, in its order. */
  columns: z.array(columnSpec),
  recipe: recipeSchema,
  /** Of so many rows made on trial, how many satisfy each condition of the recipe. */
  probe: z.object({ rows: z.number().int(), matches: z.array(z.number().int()) }),
  model: z.record(z.string(), z.unknown()),
});
export type FittedModelDocument = z.infer<typeof fittedModelDocument>;
