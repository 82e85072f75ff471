import { batchWorkers } from '@assay/services';
import { z } from 'zod';
import { batchProcedure } from '../../frame/procedures.ts';
import { batchWorker } from '../../schemas/batch.ts';

/** For managers, since it shows people at work. */
export const batchWorkersRoute = batchProcedure('batch.manage')
  .output(z.array(batchWorker))
  .query(({ ctx, input }) => batchWorkers(ctx.deps, ctx.actor, input));
