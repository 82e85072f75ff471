import { getReturn } from '@assay/services';
import { reviewReturnProcedure } from '../../frame/procedures.ts';
import { returnView } from '../../schemas/review.ts';

export const getReturnRoute = reviewReturnProcedure('task.work')
  .output(returnView)
  .query(({ ctx, input }) => getReturn(ctx.deps, ctx.actor, input));
