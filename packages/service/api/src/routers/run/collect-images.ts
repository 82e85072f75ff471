import { imageOrigin, imageSequences } from '@assay/contracts';
import { collectImages } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { nameText } from '../../schemas/common.ts';
import { imageFilter } from '../../schemas/image.ts';
import { runOrdered } from '../../schemas/run.ts';

export const collectImagesRoute = projectProcedure('run.import')
  .meta({
    openapi: {
      method: 'POST',
      path: '/projects/{projectId}/image-runs',
      summary: 'Make the pictures of a list into a run',
      tags: ['Runs'],
    },
  })
  .input(
    z.object({
      name: nameText,
      origin: imageOrigin,
      sequences: imageSequences.default('none'),
      filter: z.object(imageFilter).default({}),
    }),
  )
  .output(runOrdered)
  .mutation(({ ctx, input }) => collectImages(ctx.deps, ctx.actor, input));
