import { annotation, boundedText, drawnStanding, id } from '@assay/contracts';
import { answerReturn } from '@assay/services';
import { z } from 'zod';
import { reviewReturnProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

const DAY_MS = 86_400_000;

/** Revises what an expert sent back, or says why it is right. */
export const answerReturnRoute = reviewReturnProcedure('task.work')
  .input(
    z.object({
      reply: boundedText(4000).default(''),
      /** Null contests: the answer stays as it is, and the reply says why. */
      revision: z
        .object({
          annotationId: id,
          payload: annotation,
          activeMs: z.number().min(0).max(DAY_MS),
          toolVersion: z.string().min(1).max(100),
          /** Of an answer that was drawn: what of the drawing had been seen. */
          drawing: drawnStanding.nullable().default(null),
          /** Under which the page showed it; null where it is not known. */
          labelSchemaVersionId: id.nullable().default(null),
        })
        .nullable(),
    }),
  )
  .output(done)
  .mutation(({ ctx, input }) => answerReturn(ctx.deps, ctx.actor, input).then(() => isDone));
