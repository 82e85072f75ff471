import { restorePolicy } from '@assay/services';
import { trashedPolicyProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const restorePolicyRoute = trashedPolicyProcedure('policy.write')
  .output(done)
  .mutation(({ ctx, input }) => restorePolicy(ctx.deps, ctx.actor, input).then(() => isDone));
