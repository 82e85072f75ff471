import { id, refKind } from '@assay/contracts';
import { moveRef } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

/** Makes, moves or deletes a branch or tag: only from where it was seen. */
export const moveRefRoute = projectProcedure('version.moveRef')
  .meta({
    openapi: {
      method: 'POST',
      path: '/projects/{projectId}/refs',
      summary: 'Make, move or delete a branch or tag',
      tags: ['Versions'],
    },
  })
  .input(
    z.object({
      kind: refKind,
      name: z.string().min(1).max(100),
      expected: id.nullable(),
      to: id.nullable(),
    }),
  )
  .output(z.object({ does: z.string() }))
  .mutation(({ ctx, input }) => moveRef(ctx.deps, ctx.actor, input));
