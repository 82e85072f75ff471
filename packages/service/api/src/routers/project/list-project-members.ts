import { projectRole } from '@assay/contracts';
import { listProjectMembers } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { isoDate } from '../../schemas/common.ts';

export const listProjectMembersRoute = projectProcedure('project.read')
  .output(
    z.array(
      z.object({
        userId: z.string(),
        name: z.string(),
        email: z.string(),
        roles: z.array(projectRole),
        since: isoDate,
        isMe: z.boolean(),
      }),
    ),
  )
  .query(({ ctx, input }) => listProjectMembers(ctx.deps, ctx.actor, input));
