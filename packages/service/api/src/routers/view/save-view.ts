import { id } from '@assay/contracts';
import { saveView } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { nameText } from '../../schemas/common.ts';
import { viewTableRef } from '../../schemas/view-table.ts';

export const saveViewRoute = orgProcedure('view.use')
  .input(
    z.object({
      table: viewTableRef,
      name: nameText,
      shared: z.boolean().default(false),
      state: z.object({ type: z.string().max(100), version: z.number().int().min(1) }).catchall(z.json()),
    }),
  )
  .output(z.object({ id }))
  .mutation(({ ctx, input }) => saveView(ctx.deps, ctx.actor, input));
