import { goalInput, id } from '@assay/contracts';
import { createGoal } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

export const createGoalRoute = projectProcedure('goal.write')
  .input(z.object({ goal: goalInput }))
  .output(z.object({ id }))
  .mutation(({ ctx, input }) => createGoal(ctx.deps, ctx.actor, input));
