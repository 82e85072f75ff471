import { webhookDeliveryStatus, webhookEvent, webhookFault, webhookStatus } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireWebhook } from './manage-webhooks.ts';

/** The webhooks of a project, with what was sent to each last. */
export function listWebhooks(deps: Deps, actor: Actor, input: { projectId: string }) {
  return query(deps, actor, async (t) => {
    const rows = await t.webhooks.list(input.projectId);
    const names = await t.members.names(rows.map((row) => row.createdBy));
    const newest = await t.webhooks.newest(rows.map((row) => row.id));
    const now = deps.clock.now();
    return rows.map((row) => {
      const last = newest.find((each) => each.webhookId === row.id);
      return {
        id: row.id,
        name: row.name,
        url: row.url,
        events: row.events.flatMap((each) => webhookEvent.safeParse(each).data ?? []),
        status: webhookStatus.parse(row.status),
        overlapUntil: row.overlapUntil !== null && row.overlapUntil > now ? row.overlapUntil : null,
        takenAt: row.takenAt,
        last:
          last === undefined
            ? null
            : {
                event: last.event,
                status: webhookDeliveryStatus.parse(last.status),
                at: last.createdAt,
              },
        createdBy: { userId: row.createdBy, name: names.get(row.createdBy) ?? null },
        createdAt: row.createdAt,
        revision: row.revision,
      };
    });
  });
}

/** What was sent to a webhook, newest first, with each attempt. */
export function listWebhookDeliveries(
  deps: Deps,
  actor: Actor,
  input: { webhookId: string; limit: number; cursor: string | null },
) {
  return query(deps, actor, async (t) => {
    const webhook = await requireWebhook(t, input.webhookId);
    const found = await t.webhooks.deliveries(webhook.id, { limit: input.limit, before: input.cursor });
    const page = found.slice(0, input.limit);
    return {
      deliveries: page.map((row) => ({
        id: row.id,
        event: row.event,
        status: webhookDeliveryStatus.parse(row.status),
        body: row.body,
        nextAt: row.status === 'PENDING' ? row.nextAt : null,
        createdAt: row.createdAt,
        tries: row.tries.map(({ number, at, ms, answer, fault }) => ({
          number,
          at,
          ms,
          answer,
          fault: fault === null ? null : webhookFault.parse(fault),
        })),
      })),
      cursor: found.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}
