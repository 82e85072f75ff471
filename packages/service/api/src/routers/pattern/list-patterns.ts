import { listPatterns } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { patternListItem } from '../../schemas/review.ts';

export const listPatternsRoute = projectProcedure('pattern.read')
  .input(z.object(pageInput))
  .output(z.object({ patterns: z.array(patternListItem), cursor: pageCursor }))
  .query(({ ctx, input }) =>
    listPatterns(ctx.deps, ctx.actor, { ...input, before: input.cursor }).then(({ patterns, next }) => ({
      patterns,
      cursor: next,
    })),
  );
