import { MOST_ROWS } from '@assay/contracts';
import { rampUp } from '@assay/services';
import { z } from 'zod';
import { runProcedure } from '../../frame/procedures.ts';
import { nameText } from '../../schemas/common.ts';
import { runOrdered, shards } from '../../schemas/run.ts';

export const rampUpRunRoute = runProcedure('run.start')
  .meta({
    openapi: {
      method: 'POST',
      path: '/runs/{runId}/ramp-up',
      summary: 'Make a pilot a full run',
      tags: ['Runs'],
    },
  })
  .input(z.object({ rows: z.number().int().min(1).max(MOST_ROWS), shards, name: nameText.optional() }))
  .output(runOrdered)
  .mutation(({ ctx, input }) => rampUp(ctx.deps, ctx.actor, input));
