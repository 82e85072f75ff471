import { id } from '@assay/contracts';
import { objectHistory } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { eventView } from '../../schemas/event.ts';

export const objectHistoryRoute = orgProcedure('log.read')
  .input(z.object({ type: z.string().min(1).max(100), id, ...pageInput }))
  .output(z.object({ events: z.array(eventView), cursor: pageCursor }))
  .query(({ ctx, input: { limit, cursor, ...object } }) =>
    objectHistory(ctx.deps, ctx.actor, object, { limit, before: cursor }).then(({ events, next }) => ({
      events,
      cursor: next,
    })),
  );
