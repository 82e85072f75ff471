import { goalDomain, goalInput } from '@assay/contracts';
import { GOAL_PRESETS } from '@assay/domain';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

export const listGoalPresetsRoute = projectProcedure('goal.read')
  .input(z.object({ domain: goalDomain }))
  .output(z.object({ goals: z.array(goalInput) }))
  .query(({ input }) => ({ goals: GOAL_PRESETS[input.domain].map((goal) => goalInput.parse(goal)) }));
