import { id, scenarioInput } from '@assay/contracts';
import { updateScenario } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const updateScenarioRoute = projectProcedure('scenario.write')
  .meta({
    openapi: {
      method: 'PUT',
      path: '/projects/{projectId}/scenarios/{scenarioId}',
      summary: 'Say anew what a scenario is',
      tags: ['Scenarios'],
    },
  })
  .input(z.object({ scenarioId: id, revision: z.number().int().min(1), scenario: scenarioInput }))
  .output(done)
  .mutation(({ ctx, input }) => updateScenario(ctx.deps, ctx.actor, input).then(() => isDone));
