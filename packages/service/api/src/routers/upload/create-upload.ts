import { id, UPLOAD_PART_BYTES } from '@assay/contracts';
import { createUpload } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

export const createUploadRoute = projectProcedure('source.create')
  .meta({
    openapi: {
      method: 'POST',
      path: '/projects/{projectId}/uploads',
      summary: 'Announce a file to upload',
      tags: ['Uploads'],
    },
  })
  .input(z.object({ fileName: z.string().min(1).max(1000), size: z.number().int() }))
  .output(z.object({ id, partBytes: z.number().int() }))
  .mutation(({ ctx, input }) =>
    createUpload(ctx.deps, ctx.actor, input).then((made) => ({ ...made, partBytes: UPLOAD_PART_BYTES })),
  );
