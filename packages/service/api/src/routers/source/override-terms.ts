import { overrideTerms } from '@assay/services';
import { z } from 'zod';
import { sourceProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const overrideTermsRoute = sourceProcedure('source.override')
  .input(z.object({ revision: z.number().int(), reason: z.string().trim().min(10).max(2000) }))
  .output(done)
  .mutation(({ ctx, input }) => overrideTerms(ctx.deps, ctx.actor, input).then(() => isDone));
