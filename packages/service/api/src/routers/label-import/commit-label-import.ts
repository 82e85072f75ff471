import { id } from '@assay/contracts';
import { commitLabelImport } from '@assay/services';
import { z } from 'zod';
import { labelImportProcedure } from '../../frame/procedures.ts';

export const commitLabelImportRoute = labelImportProcedure('label.import')
  .meta({
    openapi: {
      method: 'POST',
      path: '/label-imports/{importId}/commit',
      summary: 'Take what was found good in a file of labels',
      tags: ['Label imports'],
    },
  })
  .output(z.object({ jobId: id.nullable() }))
  .mutation(({ ctx, input }) => commitLabelImport(ctx.deps, ctx.actor, input));
