import { getImageImport } from '@assay/services';
import { imageImportProcedure } from '../../frame/procedures.ts';
import { imageImportView } from '../../schemas/image.ts';

export const getImageImportRoute = imageImportProcedure('image.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/image-imports/{importId}',
      summary: 'Read an import of pictures',
      tags: ['Images'],
    },
  })
  .output(imageImportView)
  .query(({ ctx, input }) => getImageImport(ctx.deps, ctx.actor, input));
