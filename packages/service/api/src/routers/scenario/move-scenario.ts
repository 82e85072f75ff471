import { id } from '@assay/contracts';
import { moveScenario } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const moveScenarioRoute = projectProcedure('scenario.write')
  .meta({
    openapi: {
      method: 'POST',
      path: '/projects/{projectId}/scenarios/{scenarioId}/move',
      summary: 'Move a scenario before another one, or to the end',
      tags: ['Scenarios'],
    },
  })
  .input(
    z.object({
      scenarioId: id,
      /** The scenario that it comes before; null is the end. */
      before: id.nullable(),
    }),
  )
  .output(done)
  .mutation(({ ctx, input }) => moveScenario(ctx.deps, ctx.actor, input).then(() => isDone));
