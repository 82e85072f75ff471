import { id, notificationKind } from '@assay/contracts';
import { chooseNotifications } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

/** `wants` null takes a choice back. */
export const chooseRoute = orgProcedure('notification.use')
  .input(
    z.object({
      projectId: id.nullable().default(null),
      kind: notificationKind,
      wants: z.boolean().nullable(),
    }),
  )
  .output(done)
  .mutation(({ ctx, input }) => chooseNotifications(ctx.deps, ctx.actor, input).then(() => isDone));
