import { id } from '@assay/contracts';
import { askAboutGuideline } from '@assay/services';
import { z } from 'zod';
import { guidelineVersionProcedure } from '../../frame/procedures.ts';

export const askQuestionRoute = guidelineVersionProcedure('guideline.ask')
  .input(z.object({ sectionId: z.uuid().nullable().default(null), text: z.string().trim().min(1).max(2000) }))
  .output(z.object({ id }))
  .mutation(({ ctx, input }) => askAboutGuideline(ctx.deps, ctx.actor, input));
