import { listImageImports } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { imageImportItem } from '../../schemas/image.ts';

export const listImageImportsRoute = projectProcedure('image.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/image-imports',
      summary: 'List imports of pictures, the newest first',
      tags: ['Images'],
    },
  })
  .input(
    z.object({
      /** The number of the last one that was seen. */
      before: z.number().int().min(1).optional(),
      limit: z.number().int().min(1).max(200).default(50),
    }),
  )
  .output(z.object({ imports: z.array(imageImportItem), next: z.number().int().nullable() }))
  .query(({ ctx, input }) => listImageImports(ctx.deps, ctx.actor, input));
