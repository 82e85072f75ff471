import { commentText } from '@assay/contracts';
import { editComment } from '@assay/services';
import { z } from 'zod';
import { commentProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const editCommentRoute = commentProcedure('comment.write')
  .input(z.object({ revision: z.number().int().min(1), text: commentText }))
  .output(done)
  .mutation(({ ctx, input }) => editComment(ctx.deps, ctx.actor, input).then(() => isDone));
