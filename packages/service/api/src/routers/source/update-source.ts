import { updateSource } from '@assay/services';
import { z } from 'zod';
import { sourceProcedure } from '../../frame/procedures.ts';
import { done, isDone, nameText } from '../../schemas/common.ts';

export const updateSourceRoute = sourceProcedure('source.update')
  .input(z.object({ revision: z.number().int(), name: nameText, description: z.string().max(4000) }))
  .output(done)
  .mutation(({ ctx, input }) => updateSource(ctx.deps, ctx.actor, input).then(() => isDone));
