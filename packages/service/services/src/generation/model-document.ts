import { columnSpec, recipeMethod, recipe as recipeSchema } from '@assay/contracts';
import { z } from 'zod';
import { finishing } from './constraints.ts';

/** A fitted model as it is stored: what its generator left, and how its rows are finished. */
export const fittedModelDocument = z.object({
  type: z.literal('assay.fitted-model'),
  version: z.literal(1),
  method: recipeMethod,
  engine: z.string(),
  /** Columns of the synthetic table, in its order. */
  columns: z.array(columnSpec),
  recipe: recipeSchema,
  finishing,
  /** Columns that are made by row number and not learnt. */
  made: z.array(z.string()),
  /** Of so many rows made on trial, how many satisfy each condition of the recipe. */
  probe: z.object({ rows: z.number().int(), matches: z.array(z.number().int()) }),
  model: z.record(z.string(), z.unknown()),
});
export type FittedModelDocument = z.infer<typeof fittedModelDocument>;
