import { removeComment } from '@assay/services';
import { commentProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const removeCommentRoute = commentProcedure('comment.write')
  .output(done)
  .mutation(({ ctx, input }) => removeComment(ctx.deps, ctx.actor, input).then(() => isDone));
