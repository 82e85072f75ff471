import { id, labelSchema } from '@assay/contracts';
import { createLabelSchema } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { nameText } from '../../schemas/common.ts';

export const createLabelSchemaRoute = projectProcedure('labelSchema.write')
  .meta({
    openapi: {
      method: 'POST',
      path: '/projects/{projectId}/label-schemas',
      summary: 'Make a label schema',
      tags: ['Label schemas'],
    },
  })
  .input(z.object({ name: nameText, description: z.string().max(4000).default(''), document: labelSchema }))
  .output(z.object({ id, versionId: id }))
  .mutation(({ ctx, input }) => createLabelSchema(ctx.deps, ctx.actor, input));
