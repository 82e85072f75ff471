import { listWebhookDeliveries } from '@assay/services';
import { z } from 'zod';
import { webhookProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { webhookDeliveryView } from '../../schemas/webhook.ts';

export const listDeliveriesRoute = webhookProcedure('webhook.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/webhooks/{webhookId}/deliveries',
      summary: 'List what was sent to a webhook, newest first',
      tags: ['Webhooks'],
    },
  })
  .input(z.object(pageInput))
  .output(z.object({ deliveries: z.array(webhookDeliveryView), cursor: pageCursor }))
  .query(({ ctx, input }) => listWebhookDeliveries(ctx.deps, ctx.actor, input));
