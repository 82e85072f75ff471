import { id } from '@assay/contracts';
import { revokeApiKey } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const revokeApiKeyRoute = orgProcedure('apiKey.manage')
  .input(z.object({ keyId: id }))
  .output(done)
  .mutation(async ({ ctx, input }) => {
    await revokeApiKey(ctx.deps, ctx.actor, input);
    return isDone;
  });
