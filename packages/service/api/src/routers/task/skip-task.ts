import { boundedText, id, skipReason } from '@assay/contracts';
import { skipTask } from '@assay/services';
import { z } from 'zod';
import { taskProcedure } from '../../frame/procedures.ts';

export const skipTaskRoute = taskProcedure('task.work')
  .input(z.object({ leaseId: id, reason: skipReason, note: boundedText(2000).nullable().default(null) }))
  .output(z.object({ batchDone: z.boolean() }))
  .mutation(({ ctx, input }) => skipTask(ctx.deps, ctx.actor, input));
