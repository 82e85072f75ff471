import { biasQuestion, biasReport, id } from '@assay/contracts';
import { getBias } from '@assay/services';
import { z } from 'zod';
import { versionProcedure } from '../../frame/procedures.ts';

export const getBiasRoute = versionProcedure('source.read')
  .input(z.object({ question: biasQuestion, populationId: id.nullable().default(null) }))
  .output(biasReport)
  .query(({ ctx, input }) => getBias(ctx.deps, ctx.actor, input));
