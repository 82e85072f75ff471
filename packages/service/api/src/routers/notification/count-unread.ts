import { countUnreadNotifications } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';

export const countUnreadRoute = orgProcedure('notification.use')
  .output(z.object({ unread: z.number().int() }))
  .query(({ ctx }) => countUnreadNotifications(ctx.deps, ctx.actor));
