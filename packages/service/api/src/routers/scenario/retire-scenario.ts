import { id } from '@assay/contracts';
import { retireScenario } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const retireScenarioRoute = projectProcedure('scenario.write')
  .meta({
    openapi: {
      method: 'POST',
      path: '/projects/{projectId}/scenarios/{scenarioId}/retire',
      summary: 'Retire a scenario: it counts no more',
      tags: ['Scenarios'],
    },
  })
  .input(z.object({ scenarioId: id, revision: z.number().int().min(1) }))
  .output(done)
  .mutation(({ ctx, input }) => retireScenario(ctx.deps, ctx.actor, input).then(() => isDone));
