import { id, importSourceName, labelImportMapping, labelImportUse } from '@assay/contracts';
import { createLabelImport } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

export const createLabelImportRoute = projectProcedure('label.import')
  .meta({
    openapi: {
      method: 'POST',
      path: '/projects/{projectId}/label-imports',
      summary: 'Import labels from elsewhere: read a file that was uploaded',
      tags: ['Label imports'],
    },
  })
  .input(
    z.object({
      use: labelImportUse,
      runId: id,
      labelSchemaVersionId: id,
      uploadId: id,
      /** Who or what gave answers that do not say so themselves. */
      source: importSourceName.default(''),
      /** What the columns of a CSV file hold; null lets it be found out by their names. */
      mapping: labelImportMapping.nullable().default(null),
    }),
  )
  .output(z.object({ importId: id, jobId: id }))
  .mutation(({ ctx, input }) => createLabelImport(ctx.deps, ctx.actor, input));
