import { id } from '@assay/contracts';
import { setStandardPolicy } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const setStandardPolicyRoute = projectProcedure('policy.write')
  .input(z.object({ policyId: id.nullable() }))
  .output(done)
  .mutation(({ ctx, input }) => setStandardPolicy(ctx.deps, ctx.actor, input).then(() => isDone));
