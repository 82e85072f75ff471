import { askAgainFilter, id } from '@assay/contracts';
import { askAgain } from '@assay/services';
import { z } from 'zod';
import { batchProcedure } from '../../frame/procedures.ts';

/** Asks for answers again that were given before a version of the guideline. */
export const askAgainRoute = batchProcedure('batch.manage')
  .input(z.object({ filter: askAgainFilter }))
  .output(z.object({ jobId: id, answers: z.number() }))
  .mutation(({ ctx, input }) => askAgain(ctx.deps, ctx.actor, input));
