import { listPopulations } from '@assay/services';
import { z } from 'zod';
import { sourceProcedure } from '../../frame/procedures.ts';
import { populationView } from '../../schemas/source.ts';

export const listPopulationsRoute = sourceProcedure('source.read')
  .output(z.array(populationView))
  .query(({ ctx, input }) => listPopulations(ctx.deps, ctx.actor, input));
