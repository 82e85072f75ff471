import { imageOrder } from '@assay/contracts';
import { getImage } from '@assay/services';
import { z } from 'zod';
import { imageProcedure } from '../../frame/procedures.ts';
import { imageFilter, imageView } from '../../schemas/image.ts';

export const getImageRoute = imageProcedure('image.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/images/{imageId}',
      summary: 'Read what is known of a picture',
      tags: ['Images'],
    },
  })
  .input(
    z.object({
      ...imageFilter,
      /** With it, what stands beside the picture is told of this list; without it, of its import by path. */
      order: imageOrder.optional(),
    }),
  )
  .output(imageView)
  .query(({ ctx, input }) => {
    const { imageId, order, ...filter } = input;
    return getImage(ctx.deps, ctx.actor, {
      imageId,
      list: order === undefined ? undefined : { ...filter, order },
    });
  });
