import { id, importSourceName, labelImportMapping } from '@assay/contracts';
import { remapLabelImport } from '@assay/services';
import { z } from 'zod';
import { labelImportProcedure } from '../../frame/procedures.ts';

export const remapLabelImportRoute = labelImportProcedure('label.import')
  .meta({
    openapi: {
      method: 'POST',
      path: '/label-imports/{importId}/read',
      summary: 'Read a file of labels again, with what its columns hold',
      tags: ['Label imports'],
    },
  })
  .input(
    z.object({
      mapping: labelImportMapping.nullable().default(null),
      source: importSourceName.default(''),
    }),
  )
  .output(z.object({ jobId: id }))
  .mutation(({ ctx, input }) => remapLabelImport(ctx.deps, ctx.actor, input));
