import { id } from '@assay/contracts';
import { createProject } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { nameText } from '../../schemas/common.ts';

export const createProjectRoute = orgProcedure('project.create')
  .meta({ openapi: { method: 'POST', path: '/projects', summary: 'Make a project', tags: ['Projects'] } })
  .input(
    z.object({
      name: nameText,
      description: z.string().max(4000).default(''),
      stakes: z.enum(['standard', 'high']).default('standard'),
    }),
  )
  .output(z.object({ id }))
  .mutation(({ ctx, input }) => createProject(ctx.deps, ctx.actor, input));
