import { id } from '@assay/contracts';
import { removePopulation } from '@assay/services';
import { z } from 'zod';
import { sourceProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const removePopulationRoute = sourceProcedure('source.update')
  .input(z.object({ populationId: id }))
  .output(done)
  .mutation(({ ctx, input }) => removePopulation(ctx.deps, ctx.actor, input).then(() => isDone));
