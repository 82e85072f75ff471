import { id, orgRole, projectRole } from '@assay/contracts';
import { inviteMember } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { isoDate } from '../../schemas/common.ts';

export const inviteMemberRoute = orgProcedure('member.invite')
  .input(
    z.object({
      email: z.string().trim().max(254),
      roles: z.array(orgRole).min(1),
      project: z
        .object({ id, roles: z.array(projectRole).min(1) })
        .nullable()
        .default(null),
    }),
  )
  .output(z.object({ id, link: z.string(), expiresAt: isoDate, mailed: z.boolean() }))
  .mutation(({ ctx, input }) => inviteMember(ctx.deps, ctx.actor, input));
