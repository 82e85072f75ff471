import { listReleaseExports } from '@assay/services';
import { z } from 'zod';
import { releaseProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { exportView } from '../../schemas/export.ts';

export const listReleaseExportsRoute = releaseProcedure('release.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/releases/{releaseId}/exports',
      summary: 'List exports of a release',
      tags: ['Releases'],
    },
  })
  .input(z.object(pageInput))
  .output(z.object({ exports: z.array(exportView), cursor: pageCursor }))
  .query(({ ctx, input }) =>
    listReleaseExports(ctx.deps, ctx.actor, { ...input, before: input.cursor }).then(({ exports, next }) => ({
      exports,
      cursor: next,
    })),
  );
