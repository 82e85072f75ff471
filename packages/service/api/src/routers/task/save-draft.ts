import { draftChange, id } from '@assay/contracts';
import { saveDraft } from '@assay/services';
import { z } from 'zod';
import { taskProcedure } from '../../frame/procedures.ts';
import { draftView } from '../../schemas/batch.ts';

export const saveDraftRoute = taskProcedure('task.work')
  .input(
    z.object({
      leaseId: id,
      change: draftChange,
      /** Under which the page shows the task: a change follows migrations that came since. */
      labelSchemaVersionId: id.nullable().default(null),
    }),
  )
  .output(
    draftView.extend({
      /** By which the batch asks now: a page that shows an older one has to ask for its tasks anew. */
      labelSchemaVersionId: id.nullable(),
    }),
  )
  .mutation(({ ctx, input }) => saveDraft(ctx.deps, ctx.actor, input));
