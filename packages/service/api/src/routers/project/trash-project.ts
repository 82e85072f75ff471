import { trashProject } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { isoDate } from '../../schemas/common.ts';

export const trashProjectRoute = projectProcedure('project.delete')
  .output(z.object({ emptiesAt: isoDate }))
  .mutation(({ ctx, input }) => trashProject(ctx.deps, ctx.actor, input));
