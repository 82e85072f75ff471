import { commentThreadState } from '@assay/contracts';
import { listThreads } from '@assay/services';
import { z } from 'zod';
import { commentSubjectProcedure } from '../../frame/procedures.ts';
import { commentThreadView } from '../../schemas/comment.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';

export const listThreadsRoute = commentSubjectProcedure('comment.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/comment-threads',
      summary: 'List what was said of a batch, run, version, release or sample',
      tags: ['Comments'],
    },
  })
  .input(z.object({ state: commentThreadState.nullable().default(null), ...pageInput }))
  .output(
    z.object({
      threads: z.array(commentThreadView),
      counts: z.object({ open: z.number().int(), resolved: z.number().int() }),
      cursor: pageCursor,
    }),
  )
  .query(({ ctx, input }) => listThreads(ctx.deps, ctx.actor, input));
