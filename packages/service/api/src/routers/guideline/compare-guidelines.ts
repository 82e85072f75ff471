import { id } from '@assay/contracts';
import { compareGuidelineVersions } from '@assay/services';
import { z } from 'zod';
import { guidelineVersionProcedure } from '../../frame/procedures.ts';
import { guidelineComparison } from '../../schemas/guideline.ts';

export const compareGuidelinesRoute = guidelineVersionProcedure('guideline.read')
  .input(z.object({ otherVersionId: id }))
  .output(guidelineComparison)
  .query(({ ctx, input }) => compareGuidelineVersions(ctx.deps, ctx.actor, input));
