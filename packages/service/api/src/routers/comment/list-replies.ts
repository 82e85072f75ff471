import { MOST_COMMENTS } from '@assay/contracts';
import { listReplies } from '@assay/services';
import { z } from 'zod';
import { commentThreadProcedure } from '../../frame/procedures.ts';
import { commentView } from '../../schemas/comment.ts';

/** The comments before the one with the number `before`, without the thread's first. */
export const listRepliesRoute = commentThreadProcedure('comment.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/comment-threads/{threadId}/comments',
      summary: 'Read earlier comments of a thread',
      tags: ['Comments'],
    },
  })
  .input(
    z.object({
      before: z.number().int().min(2).max(MOST_COMMENTS),
      limit: z.number().int().min(1).max(100).default(20),
    }),
  )
  .output(z.object({ comments: z.array(commentView) }))
  .query(({ ctx, input }) => listReplies(ctx.deps, ctx.actor, input));
