import { drawnChange, id } from '@assay/contracts';
import { saveDrawing } from '@assay/services';
import { z } from 'zod';
import { taskProcedure } from '../../frame/procedures.ts';
import { drawingAnswer } from '../../schemas/drawing.ts';

export const saveDrawingRoute = taskProcedure('task.work')
  .input(
    z.object({
      leaseId: id,
      change: drawnChange,
      /** Under which the page shows the task: a change follows migrations that came since. */
      labelSchemaVersionId: id.nullable().default(null),
    }),
  )
  .output(drawingAnswer)
  .mutation(({ ctx, input }) => saveDrawing(ctx.deps, ctx.actor, input));
