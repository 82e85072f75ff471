import { id } from '@assay/contracts';
import { listGoals } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { goalView } from '../../schemas/goal.ts';

export const listGoalsRoute = projectProcedure('goal.read')
  .input(z.object({ reportId: id.nullable().default(null) }))
  .output(z.object({ goals: z.array(goalView) }))
  .query(({ ctx, input }) => listGoals(ctx.deps, ctx.actor, input));
