import { id, imageSide } from '@assay/contracts';
import { orderImageComparison } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

export const startImageComparisonRoute = projectProcedure('report.start')
  .input(
    z.object({
      /** All pictures of the project that were taken of the world, unless it is said which. */
      real: imageSide.default({
        type: 'assay.image-side',
        version: 1,
        origin: 'real',
        importId: null,
        runId: null,
      }),
      /** All that a program made, unless it is said which. */
      made: imageSide.default({
        type: 'assay.image-side',
        version: 1,
        origin: 'synthetic',
        importId: null,
        runId: null,
      }),
    }),
  )
  .output(z.object({ comparisonId: id, jobId: id }))
  .mutation(({ ctx, input }) => orderImageComparison(ctx.deps, ctx.actor, input));
