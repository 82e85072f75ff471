import { emptyQueueReason, id } from '@assay/contracts';
import { whyNone } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

/** Why nothing is served, the most useful reason first. */
export const whyNoneRoute = projectProcedure('task.work')
  .input(z.object({ batchId: id.nullable().default(null) }))
  .output(z.array(emptyQueueReason))
  .query(({ ctx, input }) => whyNone(ctx.deps, ctx.actor, input));
