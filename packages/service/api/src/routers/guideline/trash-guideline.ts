import { trashGuideline } from '@assay/services';
import { guidelineProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const trashGuidelineRoute = guidelineProcedure('guideline.write')
  .output(done)
  .mutation(({ ctx, input }) => trashGuideline(ctx.deps, ctx.actor, input).then(() => isDone));
