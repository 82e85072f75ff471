import type { RepositoryContext } from './index.ts';

export function createOrganisationRepository({ t, orgId, userId }: RepositoryContext) {
  return {
    create: (row: { id: string; name: string; slug: string; region: string }) =>
      t.organisation.create({ data: row }),
    current: () => t.organisation.findUnique({ where: { id: orgId, deletedAt: null } }),
    /** Organisations of the person in scope, by name. */
    mine: async () => {
      if (userId === null) return [];
      const members = await t.member.findMany({ where: { userId } });
      const rows = await t.organisation.findMany({
        where: { id: { in: members.map((member) => member.orgId) }, deletedAt: null },
        orderBy: { name: 'asc' },
      });
      const roles = new Map(members.map((member) => [member.orgId, member.roles]));
      return rows.map((row) => ({ ...row, roles: roles.get(row.id) ?? [] }));
    },
    /** Null when the revision is stale. */
    rename: async (name: string, revision: number) => {
      const { count } = await t.organisation.updateMany({
        where: { id: orgId, revision, deletedAt: null },
        data: { name, revision: { increment: 1 } },
      });
      return count === 1;
    },
    markDeleted: (at: Date) =>
      t.organisation.updateMany({ where: { id: orgId, deletedAt: null }, data: { deletedAt: at } }),
  };
}
