import { listSamples } from '@assay/services';
import { z } from 'zod';
import { datasetVersionProcedure } from '../../frame/procedures.ts';
import { sampleOfVersion } from '../../schemas/version.ts';

export const listSamplesRoute = datasetVersionProcedure('run.readRows')
  .input(
    z.object({
      from: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(100).default(25),
    }),
  )
  .output(z.object({ total: z.number(), samples: z.array(sampleOfVersion), next: z.number().nullable() }))
  .query(({ ctx, input }) => listSamples(ctx.deps, ctx.actor, input));
