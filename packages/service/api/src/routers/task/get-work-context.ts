import { workContext } from '@assay/contracts';
import { readWorkContext } from '@assay/services';
import { batchProcedure } from '../../frame/procedures.ts';

/** How the rows of a batch were made, what must hold in each, and where the real values lie. */
export const getWorkContextRoute = batchProcedure('task.work')
  .output(workContext)
  .query(({ ctx, input }) => readWorkContext(ctx.deps, ctx.actor, input));
