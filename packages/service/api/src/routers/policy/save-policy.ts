import { policy } from '@assay/contracts';
import { savePolicyVersion } from '@assay/services';
import { z } from 'zod';
import { policyProcedure } from '../../frame/procedures.ts';

export const savePolicyRoute = policyProcedure('policy.write')
  .meta({
    openapi: {
      method: 'POST',
      path: '/policies/{policyId}/versions',
      summary: 'Save a policy as its next version',
      tags: ['Policies'],
    },
  })
  .input(z.object({ revision: z.number().int(), document: policy }))
  .output(z.object({ number: z.number().int() }))
  .mutation(({ ctx, input }) => savePolicyVersion(ctx.deps, ctx.actor, input));
