import { columnMapping, id } from '@assay/contracts';
import { remapRun } from '@assay/services';
import { z } from 'zod';
import { runProcedure } from '../../frame/procedures.ts';

export const remapRunRoute = runProcedure('run.import')
  .meta({
    openapi: {
      method: 'POST',
      path: '/runs/{runId}/mapping',
      summary: 'Read a refused import anew with a mapping of its columns',
      tags: ['Runs'],
    },
  })
  .input(z.object({ mapping: columnMapping }))
  .output(z.object({ jobId: id }))
  .mutation(({ ctx, input }) => remapRun(ctx.deps, ctx.actor, input));
