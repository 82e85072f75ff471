import { sendWebhookAgain } from '@assay/services';
import { webhookDeliveryProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const sendAgainRoute = webhookDeliveryProcedure('webhook.manage')
  .output(done)
  .mutation(({ ctx, input }) => sendWebhookAgain(ctx.deps, ctx.actor, input).then(() => isDone));
