import { listReturns } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { returnListItem } from '../../schemas/review.ts';

/** One's own answers that an expert sent back. */
export const listReturnsRoute = projectProcedure('task.work')
  .input(z.object({ waiting: z.boolean().default(true), ...pageInput }))
  .output(z.object({ returns: z.array(returnListItem), waiting: z.number(), cursor: pageCursor }))
  .query(({ ctx, input }) =>
    listReturns(ctx.deps, ctx.actor, { ...input, before: input.cursor }).then(({ next, ...page }) => ({
      ...page,
      cursor: next,
    })),
  );
