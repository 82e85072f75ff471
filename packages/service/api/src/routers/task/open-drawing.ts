import { id } from '@assay/contracts';
import { readDrawing } from '@assay/services';
import { z } from 'zod';
import { taskProcedure } from '../../frame/procedures.ts';
import { drawingView } from '../../schemas/drawing.ts';

/** A mutation, since it takes up a turn that had run out. */
export const openDrawingRoute = taskProcedure('task.work')
  .input(z.object({ leaseId: id }))
  .output(drawingView)
  .mutation(({ ctx, input }) => readDrawing(ctx.deps, ctx.actor, input));
