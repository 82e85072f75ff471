import { id } from '@assay/contracts';
import { labelledItems } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { labelledItem, labellingItemsFilter } from '../../schemas/labelling.ts';

/** The turns behind a number, newest first. */
export const itemsRoute = projectProcedure('dashboard.read')
  .input(
    z.object({
      ...labellingItemsFilter,
      personId: id.nullable().default(null),
      /** A scenario that is expressed as a condition. */
      sliceId: id.nullable().default(null),
      ...pageInput,
    }),
  )
  .output(z.object({ items: z.array(labelledItem), cursor: pageCursor }))
  .query(({ ctx, input: { cursor, ...input } }) =>
    labelledItems(ctx.deps, ctx.actor, { ...input, before: cursor }).then(({ items, next }) => ({
      items,
      cursor: next,
    })),
  );
