import { id, projectRole } from '@assay/contracts';
import { setProjectMemberRoles } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

export const setProjectMemberRoute = projectProcedure('project.members')
  .input(z.object({ userId: id, roles: z.array(projectRole).min(1) }))
  .output(z.object({ roles: z.array(projectRole) }))
  .mutation(({ ctx, input }) => setProjectMemberRoles(ctx.deps, ctx.actor, input));
