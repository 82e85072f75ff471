import { exportOptions, id } from '@assay/contracts';
import { startReleaseExport } from '@assay/services';
import { z } from 'zod';
import { releaseProcedure } from '../../frame/procedures.ts';

export const exportReleaseRoute = releaseProcedure('export.start')
  .meta({
    openapi: {
      method: 'POST',
      path: '/releases/{releaseId}/exports',
      summary: 'Export a release',
      tags: ['Releases'],
    },
  })
  .input(z.object({ format: exportOptions.shape.format, pictureLabels: exportOptions.shape.pictureLabels }))
  .output(z.object({ exportId: id, jobId: id }))
  .mutation(({ ctx, input }) => startReleaseExport(ctx.deps, ctx.actor, input));
