import { identifyFile } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { identifiedFile } from '../../schemas/export.ts';

/** What is the file with this SHA-256? Of the versions that the asker may read. */
export const identifyFileRoute = orgProcedure('version.identify')
  .meta({
    openapi: {
      method: 'GET',
      path: '/files/{sha256}',
      summary: 'Find the version that a file is of',
      tags: ['Versions'],
    },
  })
  .input(z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
  .output(z.object({ found: z.array(identifiedFile) }))
  .query(({ ctx, input }) => identifyFile(ctx.deps, ctx.actor, input).then((found) => ({ found })));
