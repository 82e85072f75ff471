import { getImage } from '@assay/services';
import { imageProcedure } from '../../frame/procedures.ts';
import { imageView } from '../../schemas/image.ts';

export const getImageRoute = imageProcedure('image.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/images/{imageId}',
      summary: 'Read what is known of a picture',
      tags: ['Images'],
    },
  })
  .output(imageView)
  .query(({ ctx, input }) => getImage(ctx.deps, ctx.actor, input));
