import { exportOptions, id } from '@assay/contracts';
import { startExport } from '@assay/services';
import { z } from 'zod';
import { datasetVersionProcedure } from '../../frame/procedures.ts';

export const startExportRoute = datasetVersionProcedure('export.start')
  .meta({
    openapi: {
      method: 'POST',
      path: '/dataset-versions/{versionId}/exports',
      summary: 'Export a version',
      tags: ['Versions'],
    },
  })
  .input(z.object(exportOptions.shape))
  .output(z.object({ exportId: id, jobId: id }))
  .mutation(({ ctx, input }) => startExport(ctx.deps, ctx.actor, input));
