import { id } from '@assay/contracts';
import { copyGuideline } from '@assay/services';
import { z } from 'zod';
import { guidelineVersionProcedure } from '../../frame/procedures.ts';
import { nameText } from '../../schemas/common.ts';

export const copyGuidelineRoute = guidelineVersionProcedure('guideline.write')
  .input(z.object({ name: nameText }))
  .output(z.object({ id, versionId: id }))
  .mutation(({ ctx, input }) => copyGuideline(ctx.deps, ctx.actor, input));
