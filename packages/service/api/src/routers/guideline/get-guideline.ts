import { getGuideline } from '@assay/services';
import { guidelineProcedure } from '../../frame/procedures.ts';
import { guidelineView } from '../../schemas/guideline.ts';

export const getGuidelineRoute = guidelineProcedure('guideline.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/guidelines/{guidelineId}',
      summary: 'Read a guideline',
      tags: ['Guidelines'],
    },
  })
  .output(guidelineView)
  .query(({ ctx, input }) => getGuideline(ctx.deps, ctx.actor, input));
