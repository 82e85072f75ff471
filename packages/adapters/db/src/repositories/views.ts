import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

export type ViewTable = { type: string; id: string };

/** Saved views of data grids: a person's own, and those that others share. */
export function createViewRepository({ t, orgId }: RepositoryContext) {
  return {
    list: (table: ViewTable, userId: string) =>
      t.savedView.findMany({
        where: { orgId, tableType: table.type, tableId: table.id, OR: [{ userId }, { shared: true }] },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        take: 500,
      }),
    get: (id: string) => t.savedView.findUnique({ where: { id, orgId } }),
    byName: (table: ViewTable, userId: string, name: string) =>
      t.savedView.findUnique({
        where: {
          orgId_tableType_tableId_userId_name: {
            orgId,
            tableType: table.type,
            tableId: table.id,
            userId,
            name,
          },
        },
      }),
    /** Saves under a name; the person's own view of that name is replaced. Returns its id. */
    save: async (row: {
      id: string;
      userId: string;
      table: ViewTable;
      name: string;
      shared: boolean;
      state: Prisma.InputJsonValue;
    }): Promise<string> => {
      const { table, ...rest } = row;
      const key = { orgId, tableType: table.type, tableId: table.id, userId: row.userId, name: row.name };
      const saved = await t.savedView.upsert({
        where: { orgId_tableType_tableId_userId_name: key },
        create: { ...rest, orgId, tableType: table.type, tableId: table.id },
        update: { state: row.state, shared: row.shared },
        select: { id: true },
      });
      return saved.id;
    },
    change: async (
      id: string,
      userId: string,
      change: { name?: string; shared?: boolean },
    ): Promise<'done' | 'missing' | 'taken'> => {
      const rows = await t.$queryRaw<{ taken: boolean }[]>`
        SELECT EXISTS (
          SELECT 1 FROM saved_view o JOIN saved_view v ON v.id = ${id}::uuid AND v.org_id = ${orgId}::uuid
          WHERE o.org_id = v.org_id AND o.table_type = v.table_type AND o.table_id = v.table_id
            AND o.user_id = v.user_id AND o.id <> v.id AND o.name = ${change.name ?? null}
        ) AS taken`;
      if (rows[0]?.taken === true) return 'taken';
      const { count } = await t.savedView.updateMany({ where: { id, orgId, userId }, data: change });
      return count === 1 ? 'done' : 'missing';
    },
    delete: async (id: string, userId: string): Promise<boolean> => {
      const { count } = await t.savedView.deleteMany({ where: { id, orgId, userId } });
      return count === 1;
    },
    /** The project of a source that is not in the trash. */
    projectOfSource: async (sourceId: string): Promise<string | null> => {
      const row = await t.source.findFirst({
        where: { id: sourceId, orgId, deletedAt: null, project: { deletedAt: null } },
        select: { projectId: true },
      });
      return row?.projectId ?? null;
    },
  };
}
