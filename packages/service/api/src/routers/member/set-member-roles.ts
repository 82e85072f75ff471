import { id, orgRole } from '@assay/contracts';
import { setMemberRoles } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';

export const setMemberRolesRoute = orgProcedure('member.update')
  .input(z.object({ memberId: id, roles: z.array(orgRole).min(1), revision: z.number().int() }))
  .output(z.object({ roles: z.array(orgRole), revision: z.number().int() }))
  .mutation(({ ctx, input }) => setMemberRoles(ctx.deps, ctx.actor, input));
