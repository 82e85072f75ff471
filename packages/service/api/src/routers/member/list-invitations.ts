import { id, orgRole, projectRole } from '@assay/contracts';
import { listInvitations } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { isoDate, personRef } from '../../schemas/common.ts';

export const listInvitationsRoute = orgProcedure('member.invite')
  .output(
    z.array(
      z.object({
        id,
        email: z.string(),
        roles: z.array(orgRole),
        projectId: id.nullable(),
        projectRoles: z.array(projectRole),
        invitedBy: personRef,
        createdAt: isoDate,
        expiresAt: isoDate,
      }),
    ),
  )
  .query(({ ctx }) => listInvitations(ctx.deps, ctx.actor));
