import { id } from '@assay/contracts';
import { orderAgreement } from '@assay/services';
import { z } from 'zod';
import { batchProcedure } from '../../frame/procedures.ts';

/** For batches with so many answers that `agreement.get` says it is to be computed. */
export const computeAgreementRoute = batchProcedure('agreement.compute')
  .output(z.object({ jobId: id }))
  .mutation(({ ctx, input }) => orderAgreement(ctx.deps, ctx.actor, input));
