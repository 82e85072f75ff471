import { withdrawOverride } from '@assay/services';
import { z } from 'zod';
import { sourceProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const withdrawOverrideRoute = sourceProcedure('source.override')
  .input(z.object({ revision: z.number().int() }))
  .output(done)
  .mutation(({ ctx, input }) => withdrawOverride(ctx.deps, ctx.actor, input).then(() => isDone));
