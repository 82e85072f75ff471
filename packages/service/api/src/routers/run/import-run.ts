import { columnMapping, id, policyRef, provenance } from '@assay/contracts';
import { importRun } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { nameText } from '../../schemas/common.ts';
import { runOrdered } from '../../schemas/run.ts';

export const importRunRoute = projectProcedure('run.import')
  .meta({
    openapi: {
      method: 'POST',
      path: '/projects/{projectId}/imported-runs',
      summary: 'Import rows that were made elsewhere',
      tags: ['Runs'],
    },
  })
  .input(
    z.object({
      sourceId: id,
      uploadId: id,
      name: nameText.optional(),
      provenance,
      mapping: columnMapping.nullable().default(null),
      policyRef: policyRef.optional(),
    }),
  )
  .output(runOrdered)
  .mutation(({ ctx, input }) => importRun(ctx.deps, ctx.actor, input));
