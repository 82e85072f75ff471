import { deleteOrganisation } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const deleteOrganisationRoute = orgProcedure('org.delete')
  .input(z.object({ name: z.string().max(200) }))
  .output(done)
  .mutation(async ({ ctx, input }) => {
    await deleteOrganisation(ctx.deps, ctx.actor, input);
    return isDone;
  });
