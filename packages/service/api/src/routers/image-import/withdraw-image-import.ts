import { withdrawImageImport } from '@assay/services';
import { z } from 'zod';
import { imageImportProcedure } from '../../frame/procedures.ts';

export const withdrawImageImportRoute = imageImportProcedure('image.import')
  .meta({
    openapi: {
      method: 'POST',
      path: '/image-imports/{importId}/withdraw',
      summary: 'Undo an import: remove the pictures that no other import brought',
      tags: ['Images'],
    },
  })
  .input(z.object({ reason: z.string().max(2000).default('') }))
  .output(z.object({ removed: z.number().int() }))
  .mutation(({ ctx, input }) => withdrawImageImport(ctx.deps, ctx.actor, input));
