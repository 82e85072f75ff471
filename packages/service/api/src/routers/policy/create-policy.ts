import { id, policy } from '@assay/contracts';
import { createPolicy } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

export const createPolicyRoute = projectProcedure('policy.write')
  .meta({
    openapi: {
      method: 'POST',
      path: '/projects/{projectId}/policies',
      summary: 'Make a policy',
      tags: ['Policies'],
    },
  })
  .input(z.object({ document: policy }))
  .output(z.object({ id }))
  .mutation(({ ctx, input }) => createPolicy(ctx.deps, ctx.actor, input));
