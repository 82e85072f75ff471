import { id } from '@assay/contracts';
import { listViews } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { isoDate, jsonValue, personRef } from '../../schemas/common.ts';
import { viewTableRef } from '../../schemas/view-table.ts';

/** The right to see the table itself is asked by the service, since each kind of table has its own. */
export const listViewsRoute = orgProcedure('view.use')
  .input(z.object({ table: viewTableRef }))
  .output(
    z.object({
      maySave: z.boolean(),
      views: z.array(
        z.object({
          id,
          name: z.string(),
          shared: z.boolean(),
          mine: z.boolean(),
          owner: personRef,
          state: jsonValue,
          createdAt: isoDate,
        }),
      ),
    }),
  )
  .query(({ ctx, input }) => listViews(ctx.deps, ctx.actor, input));
