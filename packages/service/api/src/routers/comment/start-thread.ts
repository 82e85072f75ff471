import { commentText, id } from '@assay/contracts';
import { startThread } from '@assay/services';
import { z } from 'zod';
import { commentSubjectProcedure } from '../../frame/procedures.ts';
import { writtenComment } from '../../schemas/comment.ts';

export const startThreadRoute = commentSubjectProcedure('comment.write')
  .input(z.object({ text: commentText, regionId: id.nullable().default(null) }))
  .output(writtenComment)
  .mutation(({ ctx, input }) => startThread(ctx.deps, ctx.actor, input));
