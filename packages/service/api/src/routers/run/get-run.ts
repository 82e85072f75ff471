import { getRun } from '@assay/services';
import { runProcedure } from '../../frame/procedures.ts';
import { runView } from '../../schemas/run.ts';

export const getRunRoute = runProcedure('run.read')
  .meta({ openapi: { method: 'GET', path: '/runs/{runId}', summary: 'Read a run', tags: ['Runs'] } })
  .output(runView)
  .query(({ ctx, input }) => getRun(ctx.deps, ctx.actor, input));
