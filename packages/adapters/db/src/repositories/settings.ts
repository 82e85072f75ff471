import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

/** What people chose for themselves. Row-level security lets each see and write their own alone. */
export function createSettingRepository({ statements, t, orgId }: RepositoryContext) {
  return {
    get: (userId: string, kind: string) =>
      t.personSetting.findUnique({ where: { orgId_userId_kind: { orgId, userId, kind } } }),
    /** Writes the document in the place of the one with this revision, 0 for none; false where that is not the one. */
    save: async (row: {
      userId: string;
      kind: string;
      revision: number;
      document: Prisma.InputJsonValue;
    }): Promise<boolean> => {
      const { userId, kind, revision, document } = row;
      const { rows } = await statements.run<{ revision: number }>(
        'setting_save',
        `INSERT INTO person_setting (org_id, user_id, kind, document, revision)
         SELECT $1::uuid, $2::uuid, $3, $4::jsonb, 1 WHERE $5::int = 0
         ON CONFLICT DO NOTHING RETURNING revision`,
        [orgId, userId, kind, JSON.stringify(document), revision],
      );
      if (rows.length === 1 || revision === 0) return rows.length === 1;
      const { count } = await t.personSetting.updateMany({
        where: { orgId, userId, kind, revision },
        data: { document, revision: revision + 1, updatedAt: new Date() },
      });
      return count === 1;
    },
  };
}
