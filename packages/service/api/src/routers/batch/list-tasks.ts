import { id, skipReason, taskStatus } from '@assay/contracts';
import { listTasks } from '@assay/services';
import { z } from 'zod';
import { batchProcedure } from '../../frame/procedures.ts';
import { taskListItem } from '../../schemas/batch.ts';

const place = z.object({ item: z.number().int().min(0), slot: z.number().int().min(0) });

/** Who has or had each task: for managers, since it shows people at work. */
export const listTasksRoute = batchProcedure('batch.manage')
  .input(
    z.object({
      status: taskStatus.optional(),
      personId: id.optional(),
      skipReason: skipReason.optional(),
      after: place.nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
  )
  .output(z.object({ tasks: z.array(taskListItem), next: place.nullable() }))
  .query(({ ctx, input }) => listTasks(ctx.deps, ctx.actor, input));
