import { imageOrder } from '@assay/contracts';
import { listImages } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { imageFilter, imageListItem } from '../../schemas/image.ts';

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
      ...imageFilter,
      order: imageOrder.default('newest'),
      cursor: z.string().max(16_000).optional(),
      limit: z.number().int().min(1).max(200).default(60),
    }),
  )
  .output(
    z.object({
      images: z.array(imageListItem),
      /** Of the project, and how many match; null on a later page. */
      total: z.object({ images: count, marked: count, bytes: z.number(), matching: count }).nullable(),
      next: z.string().nullable(),
    }),
  )
  .query(({ ctx, input }) => listImages(ctx.deps, ctx.actor, input));
