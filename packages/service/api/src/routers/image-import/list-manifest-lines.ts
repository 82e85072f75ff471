import { listManifestLines } from '@assay/services';
import { z } from 'zod';
import { imageImportProcedure } from '../../frame/procedures.ts';
import { manifestLine } from '../../schemas/image.ts';

export const listManifestLinesRoute = imageImportProcedure('image.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/image-imports/{importId}/manifest',
      summary: 'Count the lines of the manifests of an import, and list those that are said of no picture',
      tags: ['Images'],
    },
  })
  .input(
    z.object({
      cursor: z
        .string()
        .regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/)
        .optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
  )
  .output(
    z.object({
      /** Those of an import that is still read are neither taken nor refused yet. */
      counts: z.object({
        lines: z.number().int(),
        taken: z.number().int(),
        refused: z.number().int(),
      }),
      refused: z.array(manifestLine),
      next: z.string().nullable(),
    }),
  )
  .query(({ ctx, input }) => listManifestLines(ctx.deps, ctx.actor, input));
