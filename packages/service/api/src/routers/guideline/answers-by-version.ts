import { batchStatus, id } from '@assay/contracts';
import { answersByVersion } from '@assay/services';
import { z } from 'zod';
import { guidelineProcedure } from '../../frame/procedures.ts';

/** Answers that stand under a guideline, by batch and by the version that their authors had read; null for none. */
export const answersByVersionRoute = guidelineProcedure('batch.manage')
  .output(
    z.array(
      z.object({
        batchId: id,
        number: z.number(),
        name: z.string(),
        status: batchStatus,
        versions: z.array(z.object({ version: z.number().nullable(), answers: z.number() })),
      }),
    ),
  )
  .query(({ ctx, input }) =>
    answersByVersion(ctx.deps, ctx.actor, input).then((batches) =>
      batches.map(({ status, ...rest }) => ({ ...rest, status: batchStatus.parse(status) })),
    ),
  );
