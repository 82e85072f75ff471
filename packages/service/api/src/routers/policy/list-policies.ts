import { listPolicies } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { policyListItem } from '../../schemas/policy.ts';

export const listPoliciesRoute = projectProcedure('policy.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/policies',
      summary: 'List policies',
      tags: ['Policies'],
    },
  })
  .output(z.object({ policies: z.array(policyListItem) }))
  .query(({ ctx, input }) => listPolicies(ctx.deps, ctx.actor, input));
