import { id, policyRef, releaseNotes, releaseTitle } from '@assay/contracts';
import { requestRelease } from '@assay/services';
import { z } from 'zod';
import { datasetVersionProcedure } from '../../frame/procedures.ts';

export const requestReleaseRoute = datasetVersionProcedure('release.request')
  .meta({
    openapi: {
      method: 'POST',
      path: '/dataset-versions/{versionId}/releases',
      summary: 'Ask for the release of a version: its final validation reads the test rows',
      tags: ['Releases'],
    },
  })
  .input(
    z.object({
      title: releaseTitle,
      notes: releaseNotes.default(''),
      /** The project's standard policy without it. */
      policyRef: policyRef.optional(),
    }),
  )
  .output(z.object({ releaseId: id, number: z.number(), jobId: id }))
  .mutation(({ ctx, input }) => requestRelease(ctx.deps, ctx.actor, input));
