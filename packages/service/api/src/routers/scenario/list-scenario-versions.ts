import { listScenarioVersions } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { isoDate, personRef } from '../../schemas/common.ts';

export const listScenarioVersionsRoute = projectProcedure('scenario.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/scenario-versions',
      summary: 'List the versions of the list of scenarios, newest first',
      tags: ['Scenarios'],
    },
  })
  .input(
    z.object({
      below: z.number().int().min(1).nullable().default(null),
      limit: z.number().int().min(1).max(100).default(25),
    }),
  )
  .output(
    z.object({
      versions: z.array(
        z.object({
          number: z.number().int(),
          at: isoDate,
          by: personRef,
          changes: z.array(
            z.object({
              id: z.string(),
              name: z.string(),
              change: z.enum(['added', 'changed', 'retired', 'restored', 'moved']),
              fields: z.array(z.enum(['name', 'kind', 'why', 'importance', 'where', 'minimum'])),
            }),
          ),
        }),
      ),
      next: z.number().int().nullable(),
    }),
  )
  .query(({ ctx, input }) => listScenarioVersions(ctx.deps, ctx.actor, input));
