import { id } from '@assay/contracts';
import { removeMember } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const removeMemberRoute = orgProcedure('member.update')
  .input(z.object({ memberId: id }))
  .output(done)
  .mutation(async ({ ctx, input }) => {
    await removeMember(ctx.deps, ctx.actor, input);
    return isDone;
  });
