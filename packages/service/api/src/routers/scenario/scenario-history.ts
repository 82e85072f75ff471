import { id, scenarioState } from '@assay/contracts';
import { scenarioHistory } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

export const scenarioHistoryRoute = projectProcedure('report.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/scenario-history',
      summary: 'Read how reports found each scenario, newest run first',
      tags: ['Scenarios'],
    },
  })
  .output(
    z.object({
      /** Newest run first. */
      found: z.array(
        z.object({
          measurementId: id,
          scenarioId: id,
          state: scenarioState,
          matching: z.number().nullable(),
          needed: z.number().nullable(),
          reportId: id,
          runId: id,
          runNumber: z.number().int(),
        }),
      ),
    }),
  )
  .query(({ ctx, input }) => scenarioHistory(ctx.deps, ctx.actor, input));
