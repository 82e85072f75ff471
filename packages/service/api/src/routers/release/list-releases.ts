import { listReleases } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { releaseListItem } from '../../schemas/release.ts';

export const listReleasesRoute = projectProcedure('release.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/releases',
      summary: 'List releases',
      tags: ['Releases'],
    },
  })
  .input(z.object(pageInput))
  .output(z.object({ releases: z.array(releaseListItem), cursor: pageCursor }))
  .query(({ ctx, input }) =>
    listReleases(ctx.deps, ctx.actor, { ...input, before: input.cursor }).then(({ releases, next }) => ({
      releases,
      cursor: next,
    })),
  );
