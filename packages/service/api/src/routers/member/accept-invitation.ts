import { id } from '@assay/contracts';
import { acceptInvitation } from '@assay/services';
import { z } from 'zod';
import { selfProcedure } from '../../frame/procedures.ts';

export const acceptInvitationRoute = selfProcedure
  .input(z.object({ token: z.string().min(1).max(200) }))
  .output(z.object({ orgId: id, slug: z.string(), projectId: id.nullable() }))
  .mutation(({ ctx, input }) => acceptInvitation(ctx.deps, ctx.userId, input));
