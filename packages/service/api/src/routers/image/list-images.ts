import { id, imageFormat, imageMark, imageOrder } from '@assay/contracts';
import { listImages } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { imageListItem } from '../../schemas/image.ts';

const count = z.number().int();

export const listImagesRoute = projectProcedure('image.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/images',
      summary: 'List pictures of a project',
      tags: ['Images'],
    },
  })
  .input(
    z.object({
      importId: id.optional(),
      /** Part of the path. */
      search: z.string().max(200).optional(),
      mark: imageMark.optional(),
      format: imageFormat.optional(),
      /** Only those that look alike: what they share. */
      alike: id.optional(),
      order: imageOrder.default('newest'),
      cursor: z.string().max(16_000).optional(),
      limit: z.number().int().min(1).max(200).default(60),
    }),
  )
  .output(
    z.object({
      images: z.array(imageListItem),
      total: z.object({ images: count, marked: count, bytes: z.number() }),
      next: z.string().nullable(),
    }),
  )
  .query(({ ctx, input }) => listImages(ctx.deps, ctx.actor, input));
