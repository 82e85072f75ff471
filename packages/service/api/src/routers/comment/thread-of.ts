import { commentSubject, id } from '@assay/contracts';
import { threadOfComment } from '@assay/services';
import { z } from 'zod';
import { commentProcedure } from '../../frame/procedures.ts';
import { commentThreadView } from '../../schemas/comment.ts';

/** The thread of one comment, from that comment on: what a link to a comment leads to. */
export const threadOfRoute = commentProcedure('comment.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/comments/{commentId}',
      summary: 'Read the thread of a comment',
      tags: ['Comments'],
    },
  })
  .output(z.object({ subjectType: commentSubject, subjectId: id, thread: commentThreadView }))
  .query(({ ctx, input }) =>
    threadOfComment(ctx.deps, ctx.actor, input).then(({ subjectType, ...rest }) => ({
      ...rest,
      subjectType: commentSubject.parse(subjectType),
    })),
  );
