import { leaveOrganisation } from '@assay/services';
import { orgProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const leaveOrganisationRoute = orgProcedure('org.leave')
  .output(done)
  .mutation(async ({ ctx }) => {
    await leaveOrganisation(ctx.deps, ctx.actor);
    return isDone;
  });
