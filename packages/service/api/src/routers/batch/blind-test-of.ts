import { blindLeftOut, id } from '@assay/contracts';
import { blindTestOf } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

/** Whether a blind test can be made of a run, and what it would show; with every reason why not. */
export const blindTestOfRoute = projectProcedure('batch.manage')
  .input(z.object({ runId: id }))
  .output(
    z.object({
      sourceId: id.nullable(),
      /** Empty where one can be made; `field` is a path in the source's settings. */
      reasons: z.array(z.object({ field: z.string(), sentence: z.string() })),
      columns: z.array(z.string()),
      leftOut: z.array(z.object({ column: z.string(), why: blindLeftOut })),
      /** Rows that it can have at most. */
      most: z.number(),
    }),
  )
  .query(({ ctx, input }) => blindTestOf(ctx.deps, ctx.actor, input));
