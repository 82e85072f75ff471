import { batchPriority, boundedText, id, overlap, reviewRate } from '@assay/contracts';
import { updateBatch } from '@assay/services';
import { z } from 'zod';
import { batchProcedure } from '../../frame/procedures.ts';
import { done, isDone, isoMoment, nameText } from '../../schemas/common.ts';

export const updateBatchRoute = batchProcedure('batch.manage')
  .input(
    z.object({
      revision: z.number().int(),
      name: nameText,
      description: boundedText(4000),
      priority: batchPriority,
      dueAt: isoMoment.nullable(),
      overlap,
      /** Null is what the rules of review say; left out, it stays as it is. */
      reviewRate: reviewRate.nullable().optional(),
      people: z.array(id).max(1000),
    }),
  )
  .output(done)
  .mutation(({ ctx, input }) => updateBatch(ctx.deps, ctx.actor, input).then(() => isDone));
