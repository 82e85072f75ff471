import { columnEdit, id } from '@assay/contracts';
import { updateColumns } from '@assay/services';
import { z } from 'zod';
import { versionProcedure } from '../../frame/procedures.ts';

export const updateColumnsRoute = versionProcedure('source.update')
  .meta({
    openapi: {
      method: 'PATCH',
      path: '/versions/{versionId}/columns',
      summary: 'Edit the data dictionary',
      tags: ['Sources'],
    },
  })
  .input(
    z.object({
      edits: z
        .array(
          columnEdit
            .omit({ name: true, type: true })
            .extend({ revision: z.number().int(), confirmRole: z.boolean().optional() }),
        )
        .min(1)
        .max(20_000),
    }),
  )
  .output(z.object({ jobId: id.nullable() }))
  .mutation(({ ctx, input }) => updateColumns(ctx.deps, ctx.actor, input));
