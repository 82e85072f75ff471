import { acknowledgeGuideline } from '@assay/services';
import { guidelineVersionProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const acknowledgeGuidelineRoute = guidelineVersionProcedure('guideline.acknowledge')
  .output(done)
  .mutation(({ ctx, input }) => acknowledgeGuideline(ctx.deps, ctx.actor, input).then(() => isDone));
