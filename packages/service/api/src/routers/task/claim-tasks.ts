import { id, MOST_GRID_LEASES, MOST_LEASES } from '@assay/contracts';
import { claimWork } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { isoDate } from '../../schemas/common.ts';
import { servedTask, workBatch } from '../../schemas/work.ts';

/** What a person holds, filled up with what waits for them, and everything that is needed to answer it. */
export const claimTasksRoute = projectProcedure('task.work')
  .input(
    z.object({
      batchId: id.nullable().default(null),
      want: z.number().int().min(1).max(MOST_GRID_LEASES).default(MOST_LEASES),
      /** Are they shown as a grid? Then a page of them is held, all of one batch. */
      grid: z.boolean().default(false),
    }),
  )
  .output(
    z.object({
      tasks: z.array(servedTask.extend({ leaseId: id, leaseUntil: isoDate })),
      batches: z.array(workBatch),
    }),
  )
  .mutation(({ ctx, input }) => claimWork(ctx.deps, ctx.actor, input));
