import { batchKind, batchStatus } from '@assay/contracts';
import { listBatches } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { batchListItem } from '../../schemas/batch.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';

export const listBatchesRoute = projectProcedure('batch.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/batches',
      summary: 'List labelling batches',
      tags: ['Batches'],
    },
  })
  .input(
    z.object({
      status: batchStatus.optional(),
      kind: batchKind.optional(),
      search: z.string().max(200).default(''),
      /** Newest first, as they are served, by due date, or by name. */
      order: z.enum(['newest', 'urgent', 'due', 'name']).default('newest'),
      ...pageInput,
    }),
  )
  .output(z.object({ batches: z.array(batchListItem), cursor: pageCursor }))
  .query(({ ctx, input }) =>
    listBatches(ctx.deps, ctx.actor, { ...input, before: input.cursor }).then(({ batches, next }) => ({
      batches,
      cursor: next,
    })),
  );
