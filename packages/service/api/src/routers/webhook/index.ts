import { router } from '../../frame/trpc.ts';
import { createWebhookRoute } from './create-webhook.ts';
import { listDeliveriesRoute } from './list-deliveries.ts';
import { listWebhooksRoute } from './list-webhooks.ts';
import { removeWebhookRoute } from './remove-webhook.ts';
import { rotateSecretRoute } from './rotate-secret.ts';
import { sendAgainRoute } from './send-again.ts';
import { sendTestRoute } from './send-test.ts';
import { updateWebhookRoute } from './update-webhook.ts';

export const webhookRouter = router({
  create: createWebhookRoute,
  deliveries: listDeliveriesRoute,
  list: listWebhooksRoute,
  remove: removeWebhookRoute,
  rotate: rotateSecretRoute,
  sendAgain: sendAgainRoute,
  sendTest: sendTestRoute,
  update: updateWebhookRoute,
});
