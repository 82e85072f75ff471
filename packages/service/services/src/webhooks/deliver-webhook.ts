import { WEBHOOK_TEST } from '@assay/contracts';
import { isWebhookTaken, webhookRetryDelay } from '@assay/domain';
import { type JsonValue, query } from '../frame/command.ts';
import { commandIfAny } from '../frame/command-if-any.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { notify } from '../notifications/notify.ts';
import { managersOf } from '../releases/release-notice.ts';
import { orderAttempt } from './announce.ts';
import { type Posted, postWebhook } from './post-webhook.ts';
import { signWebhook } from './sign-webhook.ts';

/** The answer by which a program says for good that it wants no more. */
const GONE = 410;

/**
 * Makes one attempt at a delivery. What is not taken is tried again later, each time as a job of its own; what is
 * given up while nothing else gets through switches the webhook off, and its people are told.
 */
export async function deliverWebhook(deps: Deps, run: JobRun<'webhook.deliver'>): Promise<JsonValue> {
  const { actor, job, signal } = run;
  const { deliveryId } = job.payload;
  const found = await query(deps, actor, (t) => t.webhooks.delivery(deliveryId));
  // It was deleted, or an attempt that was sent again by mistake has been made.
  if (found === null) return { sent: false };
  const { webhook } = found;
  const isTest = found.event === WEBHOOK_TEST;
  if (found.status === 'GIVEN_UP' && webhook.status === 'ON' && !isTest && isNothingTaken(found)) {
    // A worker that was lost had written the last attempt down, and not yet what follows from it.
    await switchOff(deps, run, webhook.id);
  }
  if (found.status !== 'PENDING') return { sent: false };
  if (webhook.status !== 'ON' && !isTest) {
    await query(deps, actor, (t) => t.webhooks.setDelivery(deliveryId, { status: 'GIVEN_UP', nextAt: null }));
    return { sent: false };
  }
  const at = deps.clock.now();
  const before = webhook.overlapUntil !== null && webhook.overlapUntil > at;
  const secrets = [
    deps.webhooks.secretOf(webhook.id, webhook.secretNumber),
    ...(before ? [deps.webhooks.secretOf(webhook.id, webhook.secretNumber - 1)] : []),
  ];
  const message = { id: `msg_${deliveryId}`, at: Math.floor(at.getTime() / 1000), body: found.body };
  const posted = await postWebhook(new URL(webhook.url), found.body, signWebhook(message, secrets), {
    allowedHosts: deps.webhooks.allowedHosts,
    signal,
  });
  // Stopped in the middle: the attempt is made again.
  signal.throwIfAborted();
  const { end, number } = await writeDown(deps, run, at, posted, isTest);
  if (end === 'off') await switchOff(deps, run, webhook.id);
  const { answer, fault } = posted;
  return { sent: true, attempt: number, answer, fault };
}

/** Has the webhook taken nothing since this delivery was made? */
function isNothingTaken({
  createdAt,
  webhook,
}: {
  createdAt: Date;
  webhook: { takenAt: Date | null };
}): boolean {
  return webhook.takenAt === null || webhook.takenAt < createdAt;
}

/** Writes the attempt down and what follows from it; `off`: the webhook is to be switched off. */
function writeDown(
  deps: Deps,
  { actor, job, requireMine }: JobRun<'webhook.deliver'>,
  at: Date,
  posted: Posted,
  isTest: boolean,
): Promise<{ end: 'on' | 'off'; number: number }> {
  const { deliveryId } = job.payload;
  return query(deps, actor, async (t) => {
    await requireMine(t);
    const row = await t.webhooks.lockDelivery(deliveryId);
    if (row === null) return { end: 'on', number: 0 };
    const number = row.attempts + 1;
    await t.webhooks.addAttempt({ deliveryId, number, at, ...posted });
    if (isWebhookTaken(posted.answer)) {
      await t.webhooks.setDelivery(deliveryId, { status: 'DELIVERED', attempts: number, nextAt: null });
      await t.webhooks.taken(row.webhookId, at);
      await t.webhooks.forget(row.webhookId);
      return { end: 'on', number };
    }
    // A test is for whoever waits for it: it says at once how it went.
    const delay = isTest || posted.answer === GONE ? null : webhookRetryDelay(number);
    if (delay !== null) {
      const nextAt = new Date(deps.clock.now().getTime() + delay);
      await t.webhooks.setDelivery(deliveryId, { status: 'PENDING', attempts: number, nextAt });
      await orderAttempt(deps, t, { deliveryId, afterMs: delay });
      return { end: 'on', number };
    }
    await t.webhooks.setDelivery(deliveryId, { status: 'GIVEN_UP', attempts: number, nextAt: null });
    return { end: !isTest && (isNothingTaken(row) || posted.answer === GONE) ? 'off' : 'on', number };
  });
}

async function switchOff(deps: Deps, run: JobRun<'webhook.deliver'>, webhookId: string): Promise<void> {
  await commandIfAny(deps, run.actor, async ({ t, record }) => {
    const webhook = await t.webhooks.lock(webhookId);
    if (webhook === null || !(await t.webhooks.fail(webhookId))) return null;
    const { projectId, createdBy, name } = webhook;
    await record({
      action: 'webhook.failed',
      object: { type: 'webhook', id: webhookId },
      projectId,
      alsoTouched: [{ type: 'webhookDelivery', id: run.job.payload.deliveryId }],
    });
    const members = await t.projects.memberIds(projectId);
    await notify(deps, t, {
      userIds: [...(await managersOf(t, projectId)), ...members.filter((each) => each === createdBy)],
      except: null,
      kind: 'webhook.failed',
      subject: { projectId, webhookId, name },
      link: `/projects/${projectId}/settings/webhooks?webhook=${webhookId}`,
    });
    return webhookId;
  });
}
