import { id, labelSchema } from '@assay/contracts';
import { saveLabelSchemaVersion } from '@assay/services';
import { z } from 'zod';
import { labelSchemaProcedure } from '../../frame/procedures.ts';

export const saveLabelSchemaRoute = labelSchemaProcedure('labelSchema.write')
  .meta({
    openapi: {
      method: 'POST',
      path: '/label-schemas/{labelSchemaId}/versions',
      summary: 'Save a label schema as its next version',
      tags: ['Label schemas'],
    },
  })
  .input(
    z.object({ revision: z.number().int(), document: labelSchema, note: z.string().max(500).default('') }),
  )
  .output(z.object({ versionId: id, number: z.number().int() }))
  .mutation(({ ctx, input }) => saveLabelSchemaVersion(ctx.deps, ctx.actor, input));
