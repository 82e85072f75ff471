import { commentText } from '@assay/contracts';
import { replyInThread } from '@assay/services';
import { z } from 'zod';
import { commentThreadProcedure } from '../../frame/procedures.ts';
import { writtenComment } from '../../schemas/comment.ts';

export const replyRoute = commentThreadProcedure('comment.write')
  .input(z.object({ text: commentText }))
  .output(writtenComment)
  .mutation(({ ctx, input }) => replyInThread(ctx.deps, ctx.actor, input));
