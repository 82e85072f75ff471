import { scenario } from '@assay/contracts';
import { listScenarios } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { isoDate, personRef } from '../../schemas/common.ts';

export const listScenariosRoute = projectProcedure('scenario.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/scenarios',
      summary: 'List the scenarios of a project, as they are or as a version of the list had them',
      tags: ['Scenarios'],
    },
  })
  .input(
    z.object({
      /** A version of the list; null is the newest. */
      number: z.number().int().min(1).nullable().default(null),
    }),
  )
  .output(
    z.object({
      /** 0 where nothing was written down yet. */
      number: z.number().int(),
      sha256: z.string(),
      /** In the order of the list, retired ones among them. */
      scenarios: z.array(scenario),
      saved: z.object({ at: isoDate, by: personRef }).nullable(),
    }),
  )
  .query(({ ctx, input }) => listScenarios(ctx.deps, ctx.actor, input));
