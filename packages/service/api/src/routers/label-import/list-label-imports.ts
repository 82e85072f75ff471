import { id, labelImportStatus, labelImportUse } from '@assay/contracts';
import { listLabelImports } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { labelImportItem } from '../../schemas/label-import.ts';

export const listLabelImportsRoute = projectProcedure('label.import')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/label-imports',
      summary: 'List imports of labels, the newest first',
      tags: ['Label imports'],
    },
  })
  .input(
    z.object({
      use: labelImportUse.optional(),
      runId: id.optional(),
      status: labelImportStatus.optional(),
      /** The number of the last one that was seen. */
      before: z.number().int().min(1).optional(),
      limit: z.number().int().min(1).max(200).default(50),
    }),
  )
  .output(z.object({ imports: z.array(labelImportItem), next: z.number().int().nullable() }))
  .query(({ ctx, input }) => listLabelImports(ctx.deps, ctx.actor, input));
