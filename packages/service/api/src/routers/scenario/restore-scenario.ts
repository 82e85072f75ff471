import { id } from '@assay/contracts';
import { restoreScenario } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const restoreScenarioRoute = projectProcedure('scenario.write')
  .meta({
    openapi: {
      method: 'POST',
      path: '/projects/{projectId}/scenarios/{scenarioId}/restore',
      summary: 'Let a retired scenario count again',
      tags: ['Scenarios'],
    },
  })
  .input(z.object({ scenarioId: id, revision: z.number().int().min(1) }))
  .output(done)
  .mutation(({ ctx, input }) => restoreScenario(ctx.deps, ctx.actor, input).then(() => isDone));
