import { id } from '@assay/contracts';
import { openReturn } from '@assay/services';
import { z } from 'zod';
import { reviewReturnProcedure } from '../../frame/procedures.ts';
import { servedTask, workBatch } from '../../schemas/work.ts';

/** A mutation, since it lays the answer down to be changed. The lease is the return: it holds until there is a reply. */
export const openReturnRoute = reviewReturnProcedure('task.work')
  .output(z.object({ batch: workBatch, task: servedTask.extend({ leaseId: id }) }))
  .mutation(({ ctx, input }) => openReturn(ctx.deps, ctx.actor, input));
