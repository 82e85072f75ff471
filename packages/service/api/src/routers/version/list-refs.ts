import { listRefs } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { versionRef } from '../../schemas/version.ts';

export const listRefsRoute = projectProcedure('version.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/refs',
      summary: 'List branches and tags',
      tags: ['Versions'],
    },
  })
  .output(z.object({ refs: z.array(versionRef) }))
  .query(({ ctx, input }) => listRefs(ctx.deps, ctx.actor, input).then((refs) => ({ refs })));
