import { restoreGoal } from '@assay/services';
import { trashedGoalProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const restoreGoalRoute = trashedGoalProcedure('goal.write')
  .output(done)
  .mutation(({ ctx, input }) => restoreGoal(ctx.deps, ctx.actor, input).then(() => isDone));
