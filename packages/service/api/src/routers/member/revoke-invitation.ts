import { id } from '@assay/contracts';
import { revokeInvitation } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const revokeInvitationRoute = orgProcedure('member.invite')
  .input(z.object({ invitationId: id }))
  .output(done)
  .mutation(async ({ ctx, input }) => {
    await revokeInvitation(ctx.deps, ctx.actor, input);
    return isDone;
  });
