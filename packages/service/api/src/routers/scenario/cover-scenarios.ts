import { id, reportScenarios } from '@assay/contracts';
import { coverDataset } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

export const coverScenariosRoute = projectProcedure('report.read')
  .input(
    z.object({
      of: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('run'), runId: id }),
        z.object({ kind: z.literal('version'), versionId: id }),
      ]),
    }),
  )
  .output(z.object({ scenarios: reportScenarios.nullable() }))
  .query(({ ctx, input }) => coverDataset(ctx.deps, ctx.actor, input).then((scenarios) => ({ scenarios })));
