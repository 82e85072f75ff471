import { id } from '@assay/contracts';
import { listTrash } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { isoDate, personRef } from '../../schemas/common.ts';

export const listTrashRoute = orgProcedure('trash.read')
  .output(
    z.object({
      keptDays: z.number().int(),
      items: z.array(
        z.object({
          kind: z.enum(['project', 'source', 'recipe', 'run', 'policy', 'goal', 'guideline', 'labelSchema']),
          id,
          projectId: id,
          name: z.string(),
          mayRestore: z.boolean(),
          deletedAt: isoDate,
          deletedBy: personRef.nullable(),
          emptiesAt: isoDate,
        }),
      ),
    }),
  )
  .query(({ ctx }) => listTrash(ctx.deps, ctx.actor));
