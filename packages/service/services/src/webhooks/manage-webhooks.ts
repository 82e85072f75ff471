import {
  AssayError,
  MOST_WEBHOOKS,
  notFound,
  WEBHOOK_OVERLAP_MS,
  type WebhookEvent,
  type WebhookStatus,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireName } from '../frame/require-name.ts';
import { requirePerson } from '../frame/require-person.ts';
import { stale } from '../frame/stale.ts';
import { addDelivery, orderAttempt, testBody } from './announce.ts';
import { writeWebhookSecret } from './sign-webhook.ts';
import { requireWebhookUrl } from './webhook-address.ts';

type Settings = { name: string; url: string; events: readonly WebhookEvent[] };

/** Makes a webhook of a project. The answer is the only place where its secret is ever shown. */
export async function createWebhook(
  deps: Deps,
  actor: Actor,
  input: Settings & { projectId: string },
): Promise<{ id: string; secret: string }> {
  const createdBy = requirePerson(actor);
  const { projectId } = input;
  const settings = requireSettings(deps, input);
  const id = deps.ids.next();
  return command(deps, actor, async ({ t, record }) => {
    if ((await t.projects.get(projectId)) === null) throw notFound('project');
    if ((await t.webhooks.list(projectId)).length >= MOST_WEBHOOKS) {
      throw new AssayError('conflict', `A project has at most ${MOST_WEBHOOKS} webhooks.`, {
        next: 'Delete one that is not used any more.',
      });
    }
    await t.webhooks.create({ id, projectId, ...settings, createdBy, createdAt: deps.clock.now() });
    await record({
      action: 'webhook.created',
      object: { type: 'webhook', id },
      projectId,
      details: logged(settings),
    });
    return { id, secret: writeWebhookSecret(deps.webhooks.secretOf(id, 1)) };
  });
}

/** Changes where it is sent, what it is told, or whether. Switched on again after it failed, it begins anew. */
export async function updateWebhook(
  deps: Deps,
  actor: Actor,
  input: Settings & { webhookId: string; revision: number; status: Exclude<WebhookStatus, 'FAILED'> },
): Promise<void> {
  const settings = requireSettings(deps, input);
  const { status, revision } = input;
  return command(deps, actor, async ({ t, record }) => {
    const webhook = await requireWebhook(t, input.webhookId);
    if (!(await t.webhooks.update(webhook.id, revision, { ...settings, status }))) throw stale('webhook');
    await record({
      action: 'webhook.updated',
      object: { type: 'webhook', id: webhook.id },
      projectId: webhook.projectId,
      details: { ...logged(settings), status },
    });
  });
}

/** Makes a new secret, shown once. The one before it signs beside it for a day, so that nothing is missed. */
export function rotateWebhookSecret(
  deps: Deps,
  actor: Actor,
  input: { webhookId: string; revision: number },
): Promise<{ secret: string; overlapUntil: Date }> {
  return command(deps, actor, async ({ t, record }) => {
    const webhook = await requireWebhook(t, input.webhookId);
    const secretNumber = webhook.secretNumber + 1;
    const overlapUntil = new Date(deps.clock.now().getTime() + WEBHOOK_OVERLAP_MS);
    if (!(await t.webhooks.update(webhook.id, input.revision, { secretNumber, overlapUntil }))) {
      throw stale('webhook');
    }
    await record({
      action: 'webhook.secret-rotated',
      object: { type: 'webhook', id: webhook.id },
      projectId: webhook.projectId,
      details: { number: secretNumber, overlapUntil: overlapUntil.toISOString() },
    });
    return { secret: writeWebhookSecret(deps.webhooks.secretOf(webhook.id, secretNumber)), overlapUntil };
  });
}

/** Deletes a webhook with what was sent to it. What waits is not sent any more. */
export function removeWebhook(deps: Deps, actor: Actor, input: { webhookId: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const webhook = await requireWebhook(t, input.webhookId);
    await t.webhooks.remove(webhook.id);
    await record({
      action: 'webhook.deleted',
      object: { type: 'webhook', id: webhook.id },
      projectId: webhook.projectId,
      details: { name: webhook.name },
    });
  });
}

/** Sends a body that says it is a test, once, also while the webhook is off. */
export function sendWebhookTest(
  deps: Deps,
  actor: Actor,
  input: { webhookId: string },
): Promise<{ deliveryId: string }> {
  return command(deps, actor, async ({ t, record }) => {
    const webhook = await requireWebhook(t, input.webhookId);
    const at = deps.clock.now();
    const eventId = await record({
      action: 'webhook.tested',
      object: { type: 'webhook', id: webhook.id },
      projectId: webhook.projectId,
    });
    const body = testBody(webhook, { id: eventId, at, orgId: actor.orgId });
    return { deliveryId: await addDelivery(deps, t, { webhookId: webhook.id, body }) };
  });
}

/** Sends a delivery again now: the same id and body, with a fresh signature. */
export function sendWebhookAgain(deps: Deps, actor: Actor, input: { deliveryId: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const delivery = await t.webhooks.lockDelivery(input.deliveryId);
    if (delivery === null) throw notFound('webhookDelivery');
    const { webhook } = delivery;
    if (webhook.status !== 'ON') {
      throw new AssayError('conflict', 'This webhook is off.', {
        kept: 'Nothing was sent.',
        next: 'Switch it on, and send it again.',
      });
    }
    // One that waits though nothing is to try it, because its job was stopped, can be sent.
    if (delivery.status === 'PENDING' && (await t.jobs.openFor(delivery.id)).length > 0) {
      throw new AssayError('conflict', 'This delivery is being tried already.', {
        next: 'Wait for its next attempt.',
      });
    }
    await t.webhooks.setDelivery(delivery.id, { status: 'PENDING', nextAt: deps.clock.now() });
    await orderAttempt(deps, t, { deliveryId: delivery.id, afterMs: 0 });
    await record({
      action: 'webhook.sent-again',
      object: { type: 'webhook', id: webhook.id },
      projectId: webhook.projectId,
      alsoTouched: [{ type: 'webhookDelivery', id: delivery.id }],
    });
  });
}

export async function requireWebhook(t: Repositories, webhookId: string) {
  const webhook = await t.webhooks.get(webhookId);
  if (webhook === null) throw notFound('webhook');
  return webhook;
}

function requireSettings(deps: Deps, { name, url, events }: Settings) {
  const wanted = [...new Set(events)];
  if (wanted.length === 0) {
    throw new AssayError('bad-input', 'A webhook is told of at least one kind of event.', {
      field: 'events',
    });
  }
  return {
    name: requireName(name, 'A webhook'),
    url: requireWebhookUrl(url, deps.webhooks.allowedHosts).href,
    events: wanted,
  };
}

/** For the log: the host alone, for a path can be a secret. */
function logged({ name, url, events }: { name: string; url: string; events: readonly string[] }) {
  return { name, host: new URL(url).host, events };
}
