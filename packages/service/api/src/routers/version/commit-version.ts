import {
  answersMethod,
  FIRST_BRANCH,
  id,
  refName,
  versionMessage,
  versionScope,
  versionSelection,
} from '@assay/contracts';
import { commitDatasetVersion } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

export const commitVersionRoute = projectProcedure('version.commit')
  .meta({
    openapi: {
      method: 'POST',
      path: '/projects/{projectId}/versions',
      summary: 'Commit a version of the dataset',
      tags: ['Versions'],
    },
  })
  .input(
    z.object({
      runIds: versionSelection.shape.runIds,
      scope: versionScope,
      method: answersMethod.default('majority'),
      message: versionMessage.default(''),
      branch: refName.default(FIRST_BRANCH),
      /** Where the branch was seen; null where there is none yet. */
      parentId: id.nullable(),
    }),
  )
  .output(z.object({ versionId: id, number: z.number(), jobId: id }))
  .mutation(({ ctx, input }) => commitDatasetVersion(ctx.deps, ctx.actor, input));
