import { goalInput } from '@assay/contracts';
import { updateGoal } from '@assay/services';
import { z } from 'zod';
import { goalProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const updateGoalRoute = goalProcedure('goal.write')
  .input(z.object({ revision: z.number().int(), goal: goalInput }))
  .output(done)
  .mutation(({ ctx, input }) => updateGoal(ctx.deps, ctx.actor, input).then(() => isDone));
