import { policyRef } from '@assay/contracts';
import { validateRunAgain } from '@assay/services';
import { z } from 'zod';
import { runProcedure } from '../../frame/procedures.ts';
import { reportOrdered } from '../../schemas/report.ts';

export const validateRunRoute = runProcedure('report.start')
  .meta({
    openapi: {
      method: 'POST',
      path: '/runs/{runId}/reports',
      summary: 'Report on a run once more',
      tags: ['Reports'],
    },
  })
  .input(z.object({ policyRef: policyRef.optional() }))
  .output(reportOrdered)
  .mutation(({ ctx, input }) => validateRunAgain(ctx.deps, ctx.actor, input));
