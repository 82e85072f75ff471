import { predicate } from '@assay/contracts';
import { countPattern } from '@assay/services';
import { z } from 'zod';
import { batchProcedure } from '../../frame/procedures.ts';

/** How many rows of a batch's run a pattern matches, and how many samples before experts. */
export const countPatternRoute = batchProcedure('review.read')
  .input(z.object({ where: predicate }))
  .output(z.object({ rows: z.number(), of: z.number(), open: z.number() }))
  .query(({ ctx, input }) => countPattern(ctx.deps, ctx.actor, input));
