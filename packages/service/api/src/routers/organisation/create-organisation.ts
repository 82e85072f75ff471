import { id } from '@assay/contracts';
import { createOrganisation } from '@assay/services';
import { z } from 'zod';
import { selfProcedure } from '../../frame/procedures.ts';

export const createOrganisationRoute = selfProcedure
  .input(z.object({ name: z.string().trim().min(1).max(120) }))
  .output(z.object({ id, slug: z.string() }))
  .mutation(({ ctx, input }) => createOrganisation(ctx.deps, ctx.userId, input));
