import { imageOutcome } from '@assay/contracts';
import { listImageItems } from '@assay/services';
import { z } from 'zod';
import { imageImportProcedure } from '../../frame/procedures.ts';
import { imageItem } from '../../schemas/image.ts';

export const listImageItemsRoute = imageImportProcedure('image.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/image-imports/{importId}/files',
      summary: 'List what became of the files of an import, in their order',
      tags: ['Images'],
    },
  })
  .input(
    z.object({
      outcome: imageOutcome.optional(),
      search: z.string().max(200).optional(),
      cursor: z
        .string()
        .regex(/^\d{1,9}\.\d{1,9}$/)
        .optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
  )
  .output(z.object({ items: z.array(imageItem), next: z.string().nullable() }))
  .query(({ ctx, input }) => listImageItems(ctx.deps, ctx.actor, input));
