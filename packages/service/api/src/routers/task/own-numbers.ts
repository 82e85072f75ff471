import { readOwnNumbers } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { isoMoment } from '../../schemas/common.ts';

/** What one did since a moment, such as one's own midnight. */
export const ownNumbersRoute = projectProcedure('task.work')
  .input(z.object({ since: isoMoment }))
  .output(
    z.object({
      submitted: z.number(),
      skipped: z.number(),
      medianActiveMs: z.number().nullable(),
      activeMs: z.number(),
      submittedInAll: z.number(),
    }),
  )
  .query(({ ctx, input }) => readOwnNumbers(ctx.deps, ctx.actor, input));
