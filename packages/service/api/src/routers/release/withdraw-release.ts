import { releaseReason } from '@assay/contracts';
import { withdrawRelease } from '@assay/services';
import { z } from 'zod';
import { releaseProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const withdrawReleaseRoute = releaseProcedure('release.decide')
  .input(z.object({ revision: z.number().int(), reason: releaseReason }))
  .output(done)
  .mutation(({ ctx, input }) => withdrawRelease(ctx.deps, ctx.actor, input).then(() => isDone));
