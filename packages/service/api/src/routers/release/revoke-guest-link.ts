import { id } from '@assay/contracts';
import { revokeGuestLink } from '@assay/services';
import { z } from 'zod';
import { releaseProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const revokeGuestLinkRoute = releaseProcedure('release.share')
  .input(z.object({ guestLinkId: id }))
  .output(done)
  .mutation(({ ctx, input }) => revokeGuestLink(ctx.deps, ctx.actor, input).then(() => isDone));
