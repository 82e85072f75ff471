import { annotation, id } from '@assay/contracts';
import { practiceAnswer } from '@assay/services';
import { z } from 'zod';
import { batchProcedure } from '../../frame/procedures.ts';
import { comparedAnswer } from '../../schemas/labelling.ts';

/** What an expert decided of a row that one has answered for practice. Nothing is kept. */
export const practiceAnswerRoute = batchProcedure('task.work')
  .input(z.object({ decisionId: id, payload: annotation }))
  .output(z.object({ questions: z.array(comparedAnswer), comment: z.string() }))
  .query(({ ctx, input }) => practiceAnswer(ctx.deps, ctx.actor, input));
