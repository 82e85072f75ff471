import { removeGoal } from '@assay/services';
import { goalProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const removeGoalRoute = goalProcedure('goal.write')
  .output(done)
  .mutation(({ ctx, input }) => removeGoal(ctx.deps, ctx.actor, input).then(() => isDone));
