import { updateGuideline } from '@assay/services';
import { z } from 'zod';
import { guidelineProcedure } from '../../frame/procedures.ts';
import { done, isDone, nameText } from '../../schemas/common.ts';

export const updateGuidelineRoute = guidelineProcedure('guideline.write')
  .input(z.object({ revision: z.number().int(), name: nameText, description: z.string().max(4000) }))
  .output(done)
  .mutation(({ ctx, input }) => updateGuideline(ctx.deps, ctx.actor, input).then(() => isDone));
