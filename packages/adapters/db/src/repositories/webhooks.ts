import type { RepositoryContext } from './context.ts';

/** What each webhook keeps of what was sent to it. */
const KEPT = 500;

export type NewestDelivery = { webhookId: string; event: string; status: string; createdAt: Date };

// One row of the index for each webhook, whatever it keeps. Asked for with "=", the order is one by id alone to the
// planner, and it may walk through the primary key past what was sent to all others.
const NEWEST = `
  SELECT w.id AS "webhookId", d.event, d.status, d.created_at AS "createdAt"
  FROM unnest($2::uuid[]) AS w (id)
  CROSS JOIN LATERAL (
    SELECT event, status, created_at FROM webhook_delivery
    WHERE org_id = $1::uuid AND webhook_id BETWEEN w.id AND w.id
    ORDER BY webhook_id DESC, id DESC LIMIT 1) AS d`;

/** Addresses of programs, and what was sent to them. */
export function createWebhookRepository({ t, statements, orgId }: RepositoryContext) {
  return {
    create: (row: {
      id: string;
      projectId: string;
      name: string;
      url: string;
      events: string[];
      createdBy: string;
      createdAt: Date;
    }) => t.webhook.create({ data: { ...row, orgId } }),
    get: (id: string) => t.webhook.findUnique({ where: { id, orgId } }),
    /** Held until the transaction ends. */
    lock: async (id: string) => {
      await t.$queryRaw`SELECT id FROM webhook WHERE id = ${id}::uuid AND org_id = ${orgId}::uuid FOR UPDATE`;
      return t.webhook.findUnique({ where: { id, orgId } });
    },
    list: (projectId: string) =>
      t.webhook.findMany({ where: { orgId, projectId }, orderBy: { id: 'asc' }, take: 100 }),
    /** Those that are to be told of an event in a project. */
    listening: async (projectId: string, event: string): Promise<{ id: string }[]> => {
      const { rows } = await statements.run<{ id: string }>(
        'webhooks_listening',
        `SELECT id FROM webhook WHERE org_id = $1::uuid AND project_id = $2::uuid AND status = 'ON' AND $3 = ANY (events)`,
        [orgId, projectId, event],
      );
      return rows;
    },
    /** False when the revision is stale. */
    update: async (
      id: string,
      revision: number,
      change: {
        name?: string;
        url?: string;
        events?: string[];
        status?: string;
        secretNumber?: number;
        overlapUntil?: Date;
      },
    ): Promise<boolean> => {
      const { count } = await t.webhook.updateMany({
        where: { id, orgId, revision },
        data: { ...change, revision: { increment: 1 } },
      });
      return count === 1;
    },
    remove: async (id: string): Promise<boolean> =>
      (await t.webhook.deleteMany({ where: { id, orgId } })).count === 1,
    /** Something got through. */
    taken: (id: string, at: Date) => t.webhook.updateMany({ where: { id, orgId }, data: { takenAt: at } }),
    /** Nothing got through. False when it is off already. */
    fail: async (id: string): Promise<boolean> => {
      const { count } = await t.webhook.updateMany({
        where: { id, orgId, status: 'ON' },
        data: { status: 'FAILED', revision: { increment: 1 } },
      });
      return count === 1;
    },

    addDelivery: (row: {
      id: string;
      webhookId: string;
      event: string;
      body: string;
      createdAt: Date;
      nextAt: Date;
    }) => t.webhookDelivery.create({ data: { ...row, orgId } }),
    delivery: (id: string) =>
      t.webhookDelivery.findUnique({ where: { id, orgId }, include: { webhook: true } }),
    lockDelivery: async (id: string) => {
      await t.$queryRaw`
        SELECT id FROM webhook_delivery WHERE id = ${id}::uuid AND org_id = ${orgId}::uuid FOR UPDATE`;
      return t.webhookDelivery.findUnique({ where: { id, orgId }, include: { webhook: true } });
    },
    /** Newest first, each with its attempts in order. */
    deliveries: (webhookId: string, options: { limit: number; before: string | null }) =>
      t.webhookDelivery.findMany({
        where: {
          orgId,
          webhookId,
          ...(options.before === null ? {} : { id: { lt: options.before } }),
        },
        orderBy: { id: 'desc' },
        take: options.limit + 1,
        include: { tries: { orderBy: { number: 'asc' } } },
      }),
    /** What was sent to each of these webhooks last; nothing of those to which nothing was. */
    newest: async (webhookIds: readonly string[]): Promise<NewestDelivery[]> =>
      (await statements.run<NewestDelivery>('webhooks_newest', NEWEST, [orgId, webhookIds])).rows,
    addAttempt: (row: {
      deliveryId: string;
      number: number;
      at: Date;
      ms: number;
      answer: number | null;
      fault: string | null;
    }) => t.webhookAttempt.create({ data: { ...row, orgId } }),
    setDelivery: (id: string, change: { status: string; attempts?: number; nextAt: Date | null }) =>
      t.webhookDelivery.updateMany({ where: { id, orgId }, data: change }),
    /** Forgets what was sent long ago. What is pending stays. */
    forget: (webhookId: string) =>
      t.$executeRaw`
        DELETE FROM webhook_delivery WHERE org_id = ${orgId}::uuid AND webhook_id = ${webhookId}::uuid
          AND status <> 'PENDING' AND id < (
            SELECT id FROM webhook_delivery WHERE org_id = ${orgId}::uuid AND webhook_id = ${webhookId}::uuid
            ORDER BY id DESC OFFSET ${KEPT} LIMIT 1)`,
  };
}
