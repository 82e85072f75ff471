import { annotation, boundedText, id, MOST_OVERLAP, reviewFault, reviewFaults } from '@assay/contracts';
import { decideItem } from '@assay/services';
import { z } from 'zod';
import { reviewItemProcedure } from '../../frame/procedures.ts';

const words = {
  faults: z.array(reviewFault).max(reviewFaults.length).default([]),
  comment: boundedText(4000).default(''),
};

/** Accepts one of the answers, corrects, rejects the sample, or sends answers back to their authors. */
export const decideReviewRoute = reviewItemProcedure('review.decide')
  .input(
    z.object({
      leaseId: id,
      /** Time at work on it; null where it was not measured. */
      activeMs: z.number().int().min(0).max(86_400_000).nullable().default(null),
      /** Under which the page showed the sample; null where it is not known. */
      labelSchemaVersionId: id.nullable().default(null),
      verdict: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('accept'), annotationId: id, ...words }),
        z.object({ kind: z.literal('correct'), payload: annotation, ...words }),
        z.object({ kind: z.literal('reject'), ...words }),
        z.object({
          kind: z.literal('send-back'),
          annotationIds: z.array(id).min(1).max(MOST_OVERLAP),
          /** What the expert would answer. */
          proposal: annotation.nullable().default(null),
          ...words,
        }),
      ]),
    }),
  )
  .output(z.object({ decisionId: id.nullable() }))
  .mutation(({ ctx, input }) => decideItem(ctx.deps, ctx.actor, input));
