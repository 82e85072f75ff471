import { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

export type TenantTable = { name: string; columns: string[]; key: string[] };

/** Columns that are secrets or fingerprints of secrets, by name: a new one is left out before anybody thinks of it. */
const SECRET = /(_hash|secret|password|token)$/;

/** Every tenant table as JSON lines: found in the catalogue, so that a new table is never forgotten. */
export function createExportRepository({ t, orgId }: RepositoryContext) {
  return {
    /** Tables of the organisation with the columns that leave and the primary key. */
    tables: async (): Promise<TenantTable[]> => {
      const rows = await t.$queryRaw<{ name: string; columns: string[]; key: string[] }[]>`
        SELECT c.relname::text AS name,
          (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
           WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
          (SELECT array_agg(a.attname::text ORDER BY array_position(i.indkey::int2[], a.attnum))
           FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
           WHERE i.indrelid = c.oid AND i.indisprimary) AS key
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
          AND EXISTS (SELECT 1 FROM pg_attribute a
                      WHERE a.attrelid = c.oid AND a.attname = 'org_id' AND NOT a.attisdropped)
        ORDER BY c.relname`;
      return rows.map((row) => ({
        ...row,
        columns: row.columns.filter((column) => !SECRET.test(column)),
      }));
    },

    /**
     * A page of rows as JSON text, as the server writes it: integers of 64 bits stay exact, bytes are hexadecimal.
     * `after` is the last key that the page before returned.
     */
    page: async (
      table: TenantTable,
      after: string | null,
      limit: number,
    ): Promise<{ lines: string[]; last: string | null }> => {
      const name = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const key = table.key.map((column) => `r.${name(column)}`).join(', ');
      const keyJson = table.key
        .map((column) => `'${column.replaceAll("'", "''")}', r.${name(column)}`)
        .join(', ');
      const rows = await t.$queryRaw<{ line: string; key: string }[]>`
        SELECT (SELECT row_to_json(kept)::text FROM
                  (SELECT ${Prisma.raw(table.columns.map((column) => `r.${name(column)}`).join(', '))}) AS kept) AS line,
               json_build_object(${Prisma.raw(keyJson)})::text AS key
        FROM ${Prisma.raw(name(table.name))} r
        WHERE r.org_id = ${orgId}::uuid
          ${
            after === null
              ? Prisma.empty
              : Prisma.sql`AND (${Prisma.raw(key)}) > (SELECT ${Prisma.raw(key)}
                  FROM json_populate_record(null::${Prisma.raw(name(table.name))}, ${after}::json) r)`
          }
        ORDER BY ${Prisma.raw(key)} LIMIT ${limit}`;
      return { lines: rows.map((row) => row.line), last: rows.at(-1)?.key ?? null };
    },

    isBeingMade: async (): Promise<boolean> =>
      (await t.job.count({
        where: { orgId, kind: 'organisation.export', status: { in: ['QUEUED', 'RUNNING'] } },
      })) > 0,
    finished: () => t.$queryRaw<{ exportId: string; bytes: bigint; sha256: string; createdAt: Date }[]>`
      SELECT r.owner_id AS "exportId", b.bytes, b.sha256, b.created_at AS "createdAt"
      FROM blob_ref r JOIN blob b ON b.key = r.blob_key AND b.org_id = r.org_id
      WHERE r.org_id = ${orgId}::uuid AND r.owner_type = 'organisation-export'
      ORDER BY b.created_at DESC LIMIT 50`,

    /** Names and addresses of the members, which live in the sign-in library's table. */
    people: () => t.$queryRaw<{ id: string; name: string; email: string }[]>`
      SELECT u.id, u.name, u.email FROM member m JOIN auth_user u ON u.id = m.user_id
      WHERE m.org_id = ${orgId}::uuid ORDER BY u.id`,

    /** Files of the organisation in the order of their keys, without earlier exports. */
    blobs: (after: string, limit: number) =>
      t.blob.findMany({
        where: { orgId, key: { gt: after }, NOT: { key: { contains: '/organisation-export/' } } },
        orderBy: { key: 'asc' },
        take: limit,
      }),
    blobTotals: async (): Promise<{ files: number; bytes: bigint }> => {
      const total = await t.blob.aggregate({
        where: { orgId, NOT: { key: { contains: '/organisation-export/' } } },
        _count: true,
        _sum: { bytes: true },
      });
      return { files: total._count, bytes: total._sum.bytes ?? 0n };
    },
  };
}
