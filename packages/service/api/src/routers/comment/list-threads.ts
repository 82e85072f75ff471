import { commentThreadState, id } from '@assay/contracts';
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
  .input(
    z.object({
      state: commentThreadState.nullable().default(null),
      /** Only what is said of one region of a drawing. */
      regionId: id.nullable().default(null),
      ...pageInput,
    }),
  )
  .output(
    z.object({
      threads: z.array(commentThreadView),
      counts: z.object({ open: z.number().int(), resolved: z.number().int() }),
      /** How many open threads are about each region of a drawing that any is about. */
      regions: z.array(z.object({ regionId: id, open: z.number().int() })),
      cursor: pageCursor,
    }),
  )
  .query(({ ctx, input }) => listThreads(ctx.deps, ctx.actor, input));
