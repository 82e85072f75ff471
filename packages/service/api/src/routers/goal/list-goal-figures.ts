import { goalInput } from '@assay/contracts';
import { listGoalFigures } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { goalFigure } from '../../schemas/goal.ts';

export const listGoalFiguresRoute = projectProcedure('goal.read')
  .input(z.object({ metric: goalInput.shape.metric, slice: goalInput.shape.slice }))
  .output(z.object({ figures: z.array(goalFigure) }))
  .query(({ ctx, input }) => listGoalFigures(ctx.deps, ctx.actor, input));
