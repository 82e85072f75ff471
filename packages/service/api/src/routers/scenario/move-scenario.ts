import { id } from '@assay/contracts';
import { moveScenario } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const moveScenarioRoute = projectProcedure('scenario.write')
  .input(
    z.object({
      scenarioId: id,
      /** The scenario that it comes before; null is the end. */
      before: id.nullable(),
    }),
  )
  .output(done)
  .mutation(({ ctx, input }) => moveScenario(ctx.deps, ctx.actor, input).then(() => isDone));
