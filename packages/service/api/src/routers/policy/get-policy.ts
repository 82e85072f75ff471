import { getPolicy } from '@assay/services';
import { policyProcedure } from '../../frame/procedures.ts';
import { policyView } from '../../schemas/policy.ts';

export const getPolicyRoute = policyProcedure('policy.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/policies/{policyId}',
      summary: 'Read a policy with its versions',
      tags: ['Policies'],
    },
  })
  .output(policyView)
  .query(({ ctx, input }) => getPolicy(ctx.deps, ctx.actor, input));
