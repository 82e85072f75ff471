import { controlAnswers } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { controlAnswer, controlAnswersFilter } from '../../schemas/labelling.ts';

/** Answers to control tasks, newest first. */
export const controlAnswersRoute = projectProcedure('dashboard.read')
  .input(z.object({ ...controlAnswersFilter, ...pageInput }))
  .output(z.object({ answers: z.array(controlAnswer), cursor: pageCursor }))
  .query(({ ctx, input: { cursor, ...input } }) =>
    controlAnswers(ctx.deps, ctx.actor, { ...input, before: cursor }).then(({ answers, next }) => ({
      answers,
      cursor: next,
    })),
  );
