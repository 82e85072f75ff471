import { id } from '@assay/contracts';
import { sendWebhookTest } from '@assay/services';
import { z } from 'zod';
import { webhookProcedure } from '../../frame/procedures.ts';

export const sendTestRoute = webhookProcedure('webhook.manage')
  .output(z.object({ deliveryId: id }))
  .mutation(({ ctx, input }) => sendWebhookTest(ctx.deps, ctx.actor, input));
