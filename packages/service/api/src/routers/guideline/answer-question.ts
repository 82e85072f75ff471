import { answerGuidelineQuestion } from '@assay/services';
import { z } from 'zod';
import { guidelineQuestionProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const answerQuestionRoute = guidelineQuestionProcedure('guideline.write')
  .input(z.object({ revision: z.number().int(), answer: z.string().trim().min(1).max(4000) }))
  .output(done)
  .mutation(({ ctx, input }) => answerGuidelineQuestion(ctx.deps, ctx.actor, input).then(() => isDone));
