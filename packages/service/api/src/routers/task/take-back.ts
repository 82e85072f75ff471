import { annotation, id } from '@assay/contracts';
import { takeBack } from '@assay/services';
import { z } from 'zod';
import { taskProcedure } from '../../frame/procedures.ts';

export const takeBackRoute = taskProcedure('task.work')
  .output(z.object({ leaseId: id, payload: annotation.nullable() }))
  .mutation(({ ctx, input }) => takeBack(ctx.deps, ctx.actor, input));
