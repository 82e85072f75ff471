import { id } from '@assay/contracts';
import { removeProjectMember } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const removeProjectMemberRoute = projectProcedure('project.members')
  .input(z.object({ userId: id }))
  .output(done)
  .mutation(async ({ ctx, input }) => {
    await removeProjectMember(ctx.deps, ctx.actor, input);
    return isDone;
  });
