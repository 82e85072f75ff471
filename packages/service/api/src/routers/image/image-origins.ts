import { imageOrigin } from '@assay/contracts';
import { imageOrigins } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { imageFilter } from '../../schemas/image.ts';

export const imageOriginsRoute = projectProcedure('image.read')
  .input(z.object(imageFilter))
  .output(z.array(z.object({ origin: imageOrigin, images: z.number().int() })))
  .query(({ ctx, input }) => imageOrigins(ctx.deps, ctx.actor, input));
