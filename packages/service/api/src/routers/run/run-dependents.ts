import { id } from '@assay/contracts';
import { runDependents } from '@assay/services';
import { z } from 'zod';
import { runProcedure } from '../../frame/procedures.ts';

const named = z.array(z.object({ id, name: z.string() }));

export const runDependentsRoute = runProcedure('run.read')
  .output(
    z.object({
      ownReports: named,
      otherReports: named,
      rampedUp: z.array(z.object({ id, number: z.number().int(), name: z.string() })),
      goals: named,
    }),
  )
  .query(({ ctx, input }) => runDependents(ctx.deps, ctx.actor, input));
