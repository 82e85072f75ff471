import { reviewActKind } from '@assay/contracts';
import { listDecisions } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { decisionListItem } from '../../schemas/review.ts';

/** What experts decided, and what became of it. */
export const listDecisionsRoute = projectProcedure('review.read')
  .input(z.object({ mine: z.boolean().default(true), kind: reviewActKind.optional(), ...pageInput }))
  .output(z.object({ decisions: z.array(decisionListItem), cursor: pageCursor }))
  .query(({ ctx, input }) =>
    listDecisions(ctx.deps, ctx.actor, { ...input, before: input.cursor }).then(({ decisions, next }) => ({
      decisions,
      cursor: next,
    })),
  );
