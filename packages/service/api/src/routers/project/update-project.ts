import { updateProject } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { nameText } from '../../schemas/common.ts';

export const updateProjectRoute = projectProcedure('project.update')
  .meta({
    openapi: {
      method: 'PATCH',
      path: '/projects/{projectId}',
      summary: 'Change a project',
      description: 'What is left out stays. `revision` is the one that was read: a newer one is `stale`.',
      tags: ['Projects'],
    },
  })
  .input(
    z.object({
      revision: z.number().int(),
      name: z.exactOptional(nameText),
      description: z.exactOptional(z.string().max(4000)),
      stakes: z.exactOptional(z.enum(['standard', 'high'])),
    }),
  )
  .output(z.object({ revision: z.number().int() }))
  .mutation(({ ctx, input }) => updateProject(ctx.deps, ctx.actor, input));
