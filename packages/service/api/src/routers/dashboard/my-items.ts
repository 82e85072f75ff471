import { myLabelledItems } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { labelledItem, labellingItemsFilter } from '../../schemas/labelling.ts';

/** One's own turns, newest first. */
export const myItemsRoute = projectProcedure('task.work')
  .input(z.object({ ...labellingItemsFilter, ...pageInput }))
  .output(z.object({ items: z.array(labelledItem), cursor: pageCursor }))
  .query(({ ctx, input: { cursor, ...input } }) =>
    myLabelledItems(ctx.deps, ctx.actor, { ...input, before: cursor }).then(({ items, next }) => ({
      items,
      cursor: next,
    })),
  );
