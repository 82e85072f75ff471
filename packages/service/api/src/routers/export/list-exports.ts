import { listExports } from '@assay/services';
import { z } from 'zod';
import { datasetVersionProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { exportView } from '../../schemas/export.ts';

export const listExportsRoute = datasetVersionProcedure('version.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/dataset-versions/{versionId}/exports',
      summary: 'List exports of a version',
      tags: ['Versions'],
    },
  })
  .input(z.object(pageInput))
  .output(z.object({ exports: z.array(exportView), cursor: pageCursor }))
  .query(({ ctx, input }) =>
    listExports(ctx.deps, ctx.actor, { ...input, before: input.cursor }).then(({ exports, next }) => ({
      exports,
      cursor: next,
    })),
  );
