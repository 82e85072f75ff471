import { listVersions } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { versionListItem } from '../../schemas/version.ts';

export const listVersionsRoute = projectProcedure('version.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/versions',
      summary: 'List versions of the dataset',
      tags: ['Versions'],
    },
  })
  .input(z.object(pageInput))
  .output(z.object({ versions: z.array(versionListItem), cursor: pageCursor }))
  .query(({ ctx, input }) =>
    listVersions(ctx.deps, ctx.actor, { ...input, before: input.cursor }).then(({ versions, next }) => ({
      versions,
      cursor: next,
    })),
  );
