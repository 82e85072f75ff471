import { id } from '@assay/contracts';
import { getUpload } from '@assay/services';
import { z } from 'zod';
import { uploadProcedure } from '../../frame/procedures.ts';
import { isoDate } from '../../schemas/common.ts';

export const getUploadRoute = uploadProcedure('source.create')
  .meta({
    openapi: {
      method: 'GET',
      path: '/uploads/{uploadId}',
      summary: 'Read where an upload stands',
      tags: ['Uploads'],
    },
  })
  .output(
    z.object({
      id,
      fileName: z.string(),
      size: z.number().int(),
      received: z.number().int(),
      complete: z.boolean(),
      expiresAt: isoDate,
    }),
  )
  .query(({ ctx, input }) => getUpload(ctx.deps, ctx.actor, input));
