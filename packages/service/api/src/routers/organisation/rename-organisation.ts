import { renameOrganisation } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { nameText } from '../../schemas/common.ts';

export const renameOrganisationRoute = orgProcedure('org.update')
  .input(z.object({ name: nameText, revision: z.number().int() }))
  .output(z.object({ revision: z.number().int() }))
  .mutation(({ ctx, input }) => renameOrganisation(ctx.deps, ctx.actor, input));
