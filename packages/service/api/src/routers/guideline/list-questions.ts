import { listGuidelineQuestions } from '@assay/services';
import { z } from 'zod';
import { guidelineProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { guidelineQuestionView } from '../../schemas/guideline.ts';

export const listQuestionsRoute = guidelineProcedure('guideline.read')
  .input(z.object({ open: z.boolean().default(false), ...pageInput }))
  .output(z.object({ questions: z.array(guidelineQuestionView), cursor: pageCursor }))
  .query(({ ctx, input }) =>
    listGuidelineQuestions(ctx.deps, ctx.actor, { ...input, before: input.cursor }).then(
      ({ questions, next }) => ({ questions, cursor: next }),
    ),
  );
