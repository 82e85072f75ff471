import { type AuditEvent, Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

export type NewEvent = {
  id: string;
  actorId: string | null;
  actorKind: 'user' | 'api-key' | 'guest' | 'system';
  action: string;
  objectType: string;
  objectId: string;
  projectId: string | null;
  at: Date;
  payload: string;
  salt: Uint8Array;
  commitment: Uint8Array;
  /** Everything else that the event touched, so that each object's history is complete. */
  alsoTouched: ReadonlyArray<{ type: string; id: string }>;
};

export type EventFilter = {
  actorId?: string | undefined;
  action?: string | undefined;
  objectType?: string | undefined;
  objectId?: string | undefined;
  projectId?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
};

const APPEND = `
  WITH e AS (
    INSERT INTO audit_event (id, org_id, actor_id, actor_kind, action, object_type, object_id, project_id,
                             at, payload, salt, commitment)
    VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7::uuid, $8::uuid, $9::timestamptz, $10, $11, $12)
  )
  INSERT INTO audit_object (org_id, event_id, object_type, object_id)
  SELECT $2::uuid, $1::uuid, o.type, o.id FROM unnest($13::text[], $14::uuid[]) AS o (type, id)
  ON CONFLICT DO NOTHING`;

const GET = `
  SELECT id, org_id AS "orgId", actor_id AS "actorId", actor_kind AS "actorKind", action, object_type AS "objectType",
         object_id AS "objectId", project_id AS "projectId", at, payload, salt, commitment, index::text
  FROM audit_event WHERE id = $2::uuid AND org_id = $1::uuid`;

/** The audit log, append-only for the application's role. */
export function createEventRepository({ t, statements, orgId }: RepositoryContext) {
  return {
    /** One statement, not waited for: the event and the objects that it touched. It fails the transaction or is in it. */
    append: async (event: NewEvent): Promise<void> => {
      const objects = [{ type: event.objectType, id: event.objectId }, ...event.alsoTouched];
      statements.send('audit_append', APPEND, [
        event.id,
        orgId,
        event.actorId,
        event.actorKind,
        event.action,
        event.objectType,
        event.objectId,
        event.projectId,
        event.at.toISOString(),
        event.payload,
        Buffer.from(event.salt),
        Buffer.from(event.commitment),
        objects.map((object) => object.type),
        objects.map((object) => object.id),
      ]);
    },

    /** Newest first, 1 more than `limit` when there are further ones. `before` is the id of the last row seen. */
    list: (filter: EventFilter, limit: number, before: string | null) => {
      const touched =
        filter.objectId === undefined
          ? Prisma.empty
          : Prisma.sql`AND e.id IN (SELECT event_id FROM audit_object o WHERE o.org_id = ${orgId}::uuid
              AND o.object_id = ${filter.objectId}::uuid
              ${filter.objectType === undefined ? Prisma.empty : Prisma.sql`AND o.object_type = ${filter.objectType}`})`;
      const type =
        filter.objectId === undefined && filter.objectType !== undefined
          ? Prisma.sql`AND e.object_type = ${filter.objectType}`
          : Prisma.empty;
      return t.$queryRaw<EventRow[]>`
        SELECT e.id, e.actor_id AS "actorId", e.actor_kind AS "actorKind", e.action, e.object_type AS "objectType",
               e.object_id AS "objectId", e.project_id AS "projectId", e.at, e.payload, e.index
        FROM audit_event e
        WHERE e.org_id = ${orgId}::uuid
          ${before === null ? Prisma.empty : Prisma.sql`AND e.id < ${before}::uuid`}
          ${filter.actorId === undefined ? Prisma.empty : Prisma.sql`AND e.actor_id = ${filter.actorId}::uuid`}
          ${filter.action === undefined ? Prisma.empty : Prisma.sql`AND e.action LIKE ${`${filter.action}%`}`}
          ${filter.projectId === undefined ? Prisma.empty : Prisma.sql`AND e.project_id = ${filter.projectId}::uuid`}
          ${filter.from === undefined ? Prisma.empty : Prisma.sql`AND e.at >= ${filter.from}`}
          ${filter.to === undefined ? Prisma.empty : Prisma.sql`AND e.at < ${filter.to}`}
          ${type} ${touched}
        ORDER BY e.id DESC LIMIT ${limit + 1}`;
    },

    get: async (id: string): Promise<AuditEvent | null> => {
      const { rows } = await statements.run<Omit<AuditEvent, 'index'> & { index: string | null }>(
        'event_get',
        GET,
        [orgId, id],
      );
      const [row] = rows;
      return row === undefined ? null : { ...row, index: row.index === null ? null : BigInt(row.index) };
    },

    /** Sequenced entries in index order, for export and verification. */
    range: (from: bigint, limit: number, when: { from?: Date | undefined; to?: Date | undefined } = {}) =>
      t.auditEvent.findMany({
        where: {
          orgId,
          index: { gte: from },
          at: {
            ...(when.from === undefined ? {} : { gte: when.from }),
            ...(when.to === undefined ? {} : { lt: when.to }),
          },
        },
        orderBy: { index: 'asc' },
        take: limit,
      }),

    /** Everybody who ever did something. */
    actorIds: async (): Promise<string[]> => {
      const rows = await t.auditEvent.groupBy({ by: ['actorId'], where: { orgId, actorId: { not: null } } });
      return rows.flatMap((row) => row.actorId ?? []);
    },

    /** Distinct actions that occur, for the filter's choices. */
    actions: async (): Promise<string[]> => {
      const rows = await t.auditEvent.groupBy({
        by: ['action'],
        where: { orgId },
        orderBy: { action: 'asc' },
      });
      return rows.map((row) => row.action);
    },

    /** Destroys payload and salt of a sequenced entry; its commitment stays and proofs still verify. */
    erase: async (id: string): Promise<boolean> => {
      const rows = await t.$queryRaw<
        { erased: boolean }[]
      >`SELECT erase_event_payload(${id}::uuid) AS erased`;
      return rows[0]?.erased ?? false;
    },
  };
}

export type EventRow = {
  id: string;
  actorId: string | null;
  actorKind: string;
  action: string;
  objectType: string;
  objectId: string;
  projectId: string | null;
  at: Date;
  payload: string | null;
  index: bigint | null;
};
