import { findingStatus } from '@assay/contracts';
import { decideFinding } from '@assay/services';
import { z } from 'zod';
import { findingProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const decideFindingRoute = findingProcedure('finding.decide')
  .input(
    z.object({
      revision: z.number().int(),
      status: findingStatus,
      note: z.string().trim().max(2000).nullable().default(null),
    }),
  )
  .output(done)
  .mutation(({ ctx, input }) => decideFinding(ctx.deps, ctx.actor, input).then(() => isDone));
