import { drawnChange, id } from '@assay/contracts';
import { saveDrawing } from '@assay/services';
import { z } from 'zod';
import { taskProcedure } from '../../frame/procedures.ts';
import { drawingAnswer } from '../../schemas/drawing.ts';

export const saveDrawingRoute = taskProcedure('task.work')
  .input(z.object({ leaseId: id, change: drawnChange }))
  .output(drawingAnswer)
  .mutation(({ ctx, input }) => saveDrawing(ctx.deps, ctx.actor, input));
