import {
  jobCatalog,
  WEBHOOK_TEST,
  type WebhookBody,
  type WebhookEvent,
  webhookEvent,
  webhookEvents,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Happened, JsonValue } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';

type Event = { id: string; at: Date; orgId: string };

/**
 * Has programs told of what happened, if any listens: in the transaction of the act, so that they hear of it exactly
 * if it was done.
 */
export async function announce(deps: Deps, t: Repositories, happened: Happened, event: Event): Promise<void> {
  const type = webhookEvent.safeParse(happened.action);
  const { projectId } = happened;
  if (!type.success || projectId == null) return;
  const listening = await t.webhooks.listening(projectId, type.data);
  if (listening.length === 0) return;
  const body = bodyOf(type.data, projectId, happened, event);
  for (const { id } of listening) await addDelivery(deps, t, { webhookId: id, body });
}

/** Only ids, numbers and states leave: people and what they wrote stay. */
function bodyOf(type: WebhookEvent, projectId: string, happened: Happened, event: Event): WebhookBody {
  const facts: Record<string, JsonValue> = {};
  for (const name of webhookEvents[type]) {
    const fact = happened.details?.[name];
    if (fact !== undefined) facts[name] = fact;
  }
  return {
    type,
    timestamp: event.at.toISOString(),
    data: {
      id: event.id,
      organisationId: event.orgId,
      projectId,
      object: happened.object,
      about: (happened.alsoTouched ?? []).filter((each) => each.type !== 'user'),
      facts: facts as WebhookBody['data']['facts'],
    },
  };
}

/** What “Send a test” sends: real headers, and a body that is about the webhook itself. */
export function testBody(webhook: { id: string; projectId: string }, event: Event): WebhookBody {
  return {
    type: WEBHOOK_TEST,
    timestamp: event.at.toISOString(),
    data: {
      id: event.id,
      organisationId: event.orgId,
      projectId: webhook.projectId,
      object: { type: 'webhook', id: webhook.id },
      about: [],
      facts: {},
    },
  };
}

/** Writes down what is to be sent, and orders its first attempt. */
export async function addDelivery(
  deps: Deps,
  t: Repositories,
  { webhookId, body }: { webhookId: string; body: WebhookBody },
): Promise<string> {
  const id = deps.ids.next();
  const now = deps.clock.now();
  await t.webhooks.addDelivery({
    id,
    webhookId,
    event: body.type,
    body: JSON.stringify(body),
    createdAt: now,
    nextAt: now,
  });
  await orderAttempt(deps, t, { deliveryId: id, afterMs: 0 });
  return id;
}

/** Orders an attempt: it is nobody's job, so that nobody is told of each. */
export async function orderAttempt(
  deps: Deps,
  t: Repositories,
  { deliveryId, afterMs }: { deliveryId: string; afterMs: number },
): Promise<void> {
  await t.jobs.create({
    id: deps.ids.next(),
    outboxId: deps.ids.next(),
    kind: 'webhook.deliver',
    payload: { deliveryId },
    // Attempts are shown with their webhook, not among the jobs of the project.
    projectId: null,
    subjectType: 'webhookDelivery',
    subjectId: deliveryId,
    region: deps.region,
    unit: jobCatalog['webhook.deliver'].unit,
    createdBy: null,
    afterMs,
  });
}
