import { checkVersion } from '@assay/services';
import { z } from 'zod';
import { datasetVersionProcedure } from '../../frame/procedures.ts';
import { lostFile } from '../../schemas/version.ts';

/** Reads every file of a version and compares it with its hash. */
export const checkVersionRoute = datasetVersionProcedure('version.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/dataset-versions/{versionId}/check',
      summary: 'Check the files of a version',
      tags: ['Versions'],
    },
  })
  .output(z.object({ files: z.number(), bytes: z.number(), lost: z.array(lostFile) }))
  .query(({ ctx, input }) => checkVersion(ctx.deps, ctx.actor, input));
