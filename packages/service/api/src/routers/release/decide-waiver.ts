import { id, releaseReason } from '@assay/contracts';
import { decideWaiver } from '@assay/services';
import { z } from 'zod';
import { releaseProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const decideWaiverRoute = releaseProcedure('release.decide')
  .input(z.object({ revision: z.number().int(), waiverId: id, grant: z.boolean(), reason: releaseReason }))
  .output(done)
  .mutation(({ ctx, input }) => decideWaiver(ctx.deps, ctx.actor, input).then(() => isDone));
