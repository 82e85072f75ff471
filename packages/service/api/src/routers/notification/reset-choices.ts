import { id } from '@assay/contracts';
import { resetNotificationChoices } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const resetChoicesRoute = orgProcedure('notification.use')
  .input(z.object({ projectId: id.nullable().default(null) }))
  .output(done)
  .mutation(({ ctx, input }) => resetNotificationChoices(ctx.deps, ctx.actor, input).then(() => isDone));
