import { id } from '@assay/contracts';
import { compareVersions } from '@assay/services';
import { z } from 'zod';
import { datasetVersionProcedure } from '../../frame/procedures.ts';
import { versionComparison } from '../../schemas/version.ts';

export const compareVersionsRoute = datasetVersionProcedure('version.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/dataset-versions/{versionId}/compare/{otherId}',
      summary: 'Compare a version with another one',
      tags: ['Versions'],
    },
  })
  .input(z.object({ otherId: id }))
  .output(versionComparison)
  .query(({ ctx, input }) => compareVersions(ctx.deps, ctx.actor, input));
