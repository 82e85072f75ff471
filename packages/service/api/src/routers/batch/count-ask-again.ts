import { askAgainFilter } from '@assay/contracts';
import { countAskAgain } from '@assay/services';
import { z } from 'zod';
import { batchProcedure } from '../../frame/procedures.ts';

/** How many answers would be asked for again, at how many samples; and how many stay as an expert left them. */
export const countAskAgainRoute = batchProcedure('batch.manage')
  .input(z.object({ filter: askAgainFilter }))
  .output(z.object({ answers: z.number(), samples: z.number(), kept: z.number() }))
  .query(({ ctx, input }) => countAskAgain(ctx.deps, ctx.actor, input));
