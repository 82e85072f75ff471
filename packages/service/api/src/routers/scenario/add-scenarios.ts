import { id, scenarioInput } from '@assay/contracts';
import { addScenarios } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

export const addScenariosRoute = projectProcedure('scenario.write')
  .meta({
    openapi: {
      method: 'POST',
      path: '/projects/{projectId}/scenarios',
      summary: 'Add scenarios at the end of the list',
      tags: ['Scenarios'],
    },
  })
  .input(z.object({ scenarios: z.array(scenarioInput).min(1).max(200) }))
  .output(z.object({ number: z.number().int(), ids: z.array(id) }))
  .mutation(({ ctx, input }) => addScenarios(ctx.deps, ctx.actor, input));
