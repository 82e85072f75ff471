import { listGuidelines } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { guidelineListItem } from '../../schemas/guideline.ts';

export const listGuidelinesRoute = projectProcedure('guideline.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/guidelines',
      summary: 'List guidelines',
      tags: ['Guidelines'],
    },
  })
  .input(
    z.object({
      search: z.string().max(200).default(''),
      trashed: z.boolean().default(false),
      ...pageInput,
    }),
  )
  .output(z.object({ guidelines: z.array(guidelineListItem), cursor: pageCursor }))
  .query(({ ctx, input }) =>
    listGuidelines(ctx.deps, ctx.actor, { ...input, before: input.cursor }).then(({ guidelines, next }) => ({
      guidelines,
      cursor: next,
    })),
  );
