import { calendarDay, id, releaseReason } from '@assay/contracts';
import { proposeWaiver } from '@assay/services';
import { z } from 'zod';
import { releaseProcedure } from '../../frame/procedures.ts';

export const proposeWaiverRoute = releaseProcedure('release.decide')
  .input(
    z.object({
      revision: z.number().int(),
      /** What stands in the way: the key of a blocker. */
      key: z.string().min(1).max(200),
      reason: releaseReason,
      /** The last day on which it holds, in UTC. */
      endsOn: calendarDay,
    }),
  )
  .output(z.object({ waiverId: id }))
  .mutation(({ ctx, input }) => proposeWaiver(ctx.deps, ctx.actor, input));
