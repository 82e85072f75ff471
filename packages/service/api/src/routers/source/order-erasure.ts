import { id } from '@assay/contracts';
import { orderErasure } from '@assay/services';
import { z } from 'zod';
import { sourceProcedure } from '../../frame/procedures.ts';

export const orderErasureRoute = sourceProcedure('source.erase')
  .input(z.object({ confirmName: z.string().max(200), reason: z.string().trim().min(3).max(2000) }))
  .output(z.object({ jobId: id }))
  .mutation(({ ctx, input }) => orderErasure(ctx.deps, ctx.actor, input));
