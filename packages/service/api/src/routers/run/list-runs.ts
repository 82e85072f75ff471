import { id, runStatus } from '@assay/contracts';
import { listRuns } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { runListItem } from '../../schemas/run.ts';

export const listRunsRoute = projectProcedure('run.read')
  .meta({
    openapi: { method: 'GET', path: '/projects/{projectId}/runs', summary: 'List runs', tags: ['Runs'] },
  })
  .input(
    z.object({
      recipeId: id.optional(),
      sourceId: id.optional(),
      status: runStatus.optional(),
      ...pageInput,
    }),
  )
  .output(z.object({ runs: z.array(runListItem), cursor: pageCursor }))
  .query(({ ctx, input }) =>
    listRuns(ctx.deps, ctx.actor, { ...input, before: input.cursor }).then(({ runs, next }) => ({
      runs,
      cursor: next,
    })),
  );
