import { MOST_ROWS, policyRef } from '@assay/contracts';
import { startRun } from '@assay/services';
import { z } from 'zod';
import { recipeVersionProcedure } from '../../frame/procedures.ts';
import { nameText } from '../../schemas/common.ts';
import { runOrdered, shards } from '../../schemas/run.ts';

export const startRunRoute = recipeVersionProcedure('run.start')
  .meta({
    openapi: {
      method: 'POST',
      path: '/recipe-versions/{recipeVersionId}/runs',
      summary: 'Start a run of a recipe',
      tags: ['Runs'],
    },
  })
  .input(
    z.object({
      kind: z.enum(['pilot', 'full']),
      rows: z.number().int().min(1).max(MOST_ROWS).optional(),
      shards,
      seed: z.string().min(1).max(64).optional(),
      policyRef: policyRef.optional(),
      name: nameText.optional(),
    }),
  )
  .output(runOrdered)
  .mutation(({ ctx, input }) => startRun(ctx.deps, ctx.actor, input));
