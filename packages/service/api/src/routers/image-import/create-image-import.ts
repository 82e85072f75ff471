import { id, imageImportAbout, MOST_IMAGE_UPLOADS } from '@assay/contracts';
import { createImageImport } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

export const createImageImportRoute = projectProcedure('image.import')
  .meta({
    openapi: {
      method: 'POST',
      path: '/projects/{projectId}/image-imports',
      summary: 'Import pictures: read files and archives that were uploaded',
      tags: ['Images'],
    },
  })
  .input(
    z.object({
      name: z.string().max(120),
      about: imageImportAbout,
      uploadIds: z.array(id).min(1).max(MOST_IMAGE_UPLOADS),
    }),
  )
  .output(z.object({ importId: id, jobId: id }))
  .mutation(({ ctx, input }) => createImageImport(ctx.deps, ctx.actor, input));
