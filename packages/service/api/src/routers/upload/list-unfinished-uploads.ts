import { id } from '@assay/contracts';
import { listUnfinishedUploads } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { isoDate } from '../../schemas/common.ts';

export const listUnfinishedUploadsRoute = projectProcedure('source.create')
  .output(
    z.array(
      z.object({
        id,
        fileName: z.string(),
        size: z.number().int(),
        received: z.number().int(),
        createdAt: isoDate,
      }),
    ),
  )
  .query(({ ctx, input }) => listUnfinishedUploads(ctx.deps, ctx.actor, input));
