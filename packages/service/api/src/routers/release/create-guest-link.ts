import { calendarDay, guestLabel, id } from '@assay/contracts';
import { createGuestLink } from '@assay/services';
import { z } from 'zod';
import { releaseProcedure } from '../../frame/procedures.ts';
import { isoDate } from '../../schemas/common.ts';

export const createGuestLinkRoute = releaseProcedure('release.share')
  .input(
    z.object({
      label: guestLabel,
      /** The last day on which it opens, in UTC. */
      endsOn: calendarDay,
    }),
  )
  .output(
    z.object({
      guestLinkId: id,
      /** With the secret, which is told this once. */
      path: z.string(),
      expiresAt: isoDate,
    }),
  )
  .mutation(({ ctx, input }) => createGuestLink(ctx.deps, ctx.actor, input));
