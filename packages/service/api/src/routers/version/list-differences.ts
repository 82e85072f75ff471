import { id } from '@assay/contracts';
import { listDifferences } from '@assay/services';
import { z } from 'zod';
import { datasetVersionProcedure } from '../../frame/procedures.ts';
import { versionDifference } from '../../schemas/version.ts';

export const listDifferencesRoute = datasetVersionProcedure('version.read')
  .input(
    z.object({
      otherId: id,
      kind: z.enum(['samples-added', 'samples-removed', 'labels']),
      from: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
  )
  .output(z.object({ total: z.number(), items: z.array(versionDifference), next: z.number().nullable() }))
  .query(({ ctx, input }) => listDifferences(ctx.deps, ctx.actor, input));
