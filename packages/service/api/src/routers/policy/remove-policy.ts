import { removePolicy } from '@assay/services';
import { policyProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const removePolicyRoute = policyProcedure('policy.write')
  .output(done)
  .mutation(({ ctx, input }) => removePolicy(ctx.deps, ctx.actor, input).then(() => isDone));
