import { id, scenarioInput } from '@assay/contracts';
import { updateScenario } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const updateScenarioRoute = projectProcedure('scenario.write')
  .input(z.object({ scenarioId: id, revision: z.number().int().min(1), scenario: scenarioInput }))
  .output(done)
  .mutation(({ ctx, input }) => updateScenario(ctx.deps, ctx.actor, input).then(() => isDone));
