import { restoreGuideline } from '@assay/services';
import { trashedGuidelineProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const restoreGuidelineRoute = trashedGuidelineProcedure('guideline.write')
  .output(done)
  .mutation(({ ctx, input }) => restoreGuideline(ctx.deps, ctx.actor, input).then(() => isDone));
