import { id } from '@assay/contracts';
import { addPopulation } from '@assay/services';
import { z } from 'zod';
import { sourceProcedure } from '../../frame/procedures.ts';
import { nameText } from '../../schemas/common.ts';

export const addPopulationRoute = sourceProcedure('source.update')
  .input(
    z.object({
      name: nameText,
      citation: z.string().trim().min(3).max(2000),
      columns: z.array(z.string().min(1).max(256)).min(1).max(3),
      rows: z
        .array(z.object({ group: z.array(z.string().max(512)).max(3), size: z.number().min(0).max(1e12) }))
        .min(1)
        .max(10_000),
    }),
  )
  .output(z.object({ id }))
  .mutation(({ ctx, input }) => addPopulation(ctx.deps, ctx.actor, input));
