import { id } from '@assay/contracts';
import { markNotificationsRead } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';

/** `ids` null is all of them. */
export const markReadRoute = orgProcedure('notification.use')
  .input(z.object({ ids: z.array(id).max(500).nullable() }))
  .output(z.object({ unread: z.number().int() }))
  .mutation(({ ctx, input }) => markNotificationsRead(ctx.deps, ctx.actor, input));
