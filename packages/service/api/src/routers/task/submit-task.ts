import { annotation, drawnStanding, id } from '@assay/contracts';
import { submitTask } from '@assay/services';
import { z } from 'zod';
import { taskProcedure } from '../../frame/procedures.ts';

const DAY_MS = 86_400_000;

export const submitTaskRoute = taskProcedure('task.work')
  .input(
    z.object({
      leaseId: id,
      /** Made by the client, so that an answer that is sent twice is one. */
      annotationId: id,
      payload: annotation,
      activeMs: z.number().min(0).max(DAY_MS),
      toolVersion: z.string().min(1).max(100),
      /** Of an answer that was drawn: what the tab saw of the drawing. */
      drawing: drawnStanding.nullable().default(null),
      /** Under which the page shows the task: an answer follows migrations that came since. */
      labelSchemaVersionId: id.nullable().default(null),
    }),
  )
  .output(z.object({ annotationId: id, batchDone: z.boolean() }))
  .mutation(({ ctx, input }) => submitTask(ctx.deps, ctx.actor, input));
