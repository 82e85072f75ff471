import { removeWebhook } from '@assay/services';
import { webhookProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const removeWebhookRoute = webhookProcedure('webhook.manage')
  .output(done)
  .mutation(({ ctx, input }) => removeWebhook(ctx.deps, ctx.actor, input).then(() => isDone));
