import { getGuidelineVersion } from '@assay/services';
import { guidelineVersionProcedure } from '../../frame/procedures.ts';
import { guidelineVersionView } from '../../schemas/guideline.ts';

export const getGuidelineVersionRoute = guidelineVersionProcedure('guideline.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/guideline-versions/{guidelineVersionId}',
      summary: 'Read a version of a guideline',
      tags: ['Guidelines'],
    },
  })
  .output(guidelineVersionView)
  .query(({ ctx, input }) => getGuidelineVersion(ctx.deps, ctx.actor, input));
