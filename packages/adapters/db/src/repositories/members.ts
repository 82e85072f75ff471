import { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

export type MemberRow = {
  id: string;
  userId: string;
  name: string;
  email: string;
  roles: string[];
  createdAt: Date;
  twoFactorEnabled: boolean;
  revision: number;
};

export function createMemberRepository({ t, statements, orgId }: RepositoryContext) {
  return {
    add: (row: { id: string; userId: string; roles: string[] }) =>
      t.member.create({ data: { ...row, orgId } }),
    /** The member rows of one person in this organisation: one or null. */
    ofUser: (userId: string) => t.member.findUnique({ where: { orgId_userId: { orgId, userId } } }),
    list: (search: string, limit: number, after: string | null) => t.$queryRaw<MemberRow[]>`
      SELECT m.id, m.user_id AS "userId", u.name, u.email, m.roles, m.created_at AS "createdAt", m.revision,
             coalesce(u.two_factor_enabled, false) AS "twoFactorEnabled"
      FROM member m JOIN auth_user u ON u.id = m.user_id
      WHERE m.org_id = ${orgId}::uuid
        AND (u.name ILIKE ${`%${escapeLike(search)}%`} OR u.email ILIKE ${`%${escapeLike(search)}%`})
        ${after === null ? Prisma.empty : Prisma.sql`AND m.id > ${after}::uuid`}
      ORDER BY m.id LIMIT ${limit + 1}`,
    get: (id: string) => t.member.findUnique({ where: { id, orgId } }),
    /** False when the revision is stale. */
    setRoles: async (id: string, roles: string[], revision: number): Promise<boolean> => {
      const { count } = await t.member.updateMany({
        where: { id, orgId, revision },
        data: { roles, revision: { increment: 1 } },
      });
      return count === 1;
    },
    remove: (id: string) => t.member.deleteMany({ where: { id, orgId } }),
    /** Locks the owners' rows, so that two requests cannot both remove the last but one. */
    lockOwners: async (): Promise<string[]> => {
      const rows = await t.$queryRaw<{ id: string }[]>`
        SELECT id FROM member WHERE org_id = ${orgId}::uuid AND 'owner' = ANY (roles) FOR UPDATE`;
      return rows.map((row) => row.id);
    },
    /**
     * Names by user id, for lists that show who did what. Also for people who have left; of those who only answered
     * elsewhere, the name that a file gave them, marked as imported.
     */
    names: async (userIds: readonly string[]): Promise<Map<string, string>> => {
      const { rows } = await statements.run<{ id: string; name: string }>(
        'member_names',
        `SELECT id, name FROM auth_user WHERE id = ANY ($1::uuid[])
         UNION ALL SELECT id, 'imported: ' || name FROM imported_author
         WHERE org_id = $2::uuid AND id = ANY ($1::uuid[])`,
        [[...new Set(userIds)], orgId],
      );
      return new Map(rows.map((row) => [row.id, row.name]));
    },
    /** Roles in projects, by user id; `projects` limits them to these, null shows all. */
    projectRoles: async (userIds: readonly string[], projects: readonly string[] | null) => {
      const rows = await t.projectMember.findMany({
        where: {
          orgId,
          userId: { in: [...userIds] },
          ...(projects === null ? {} : { projectId: { in: [...projects] } }),
          project: { deletedAt: null },
        },
        select: { userId: true, projectId: true, roles: true, project: { select: { name: true } } },
        orderBy: { projectId: 'asc' },
      });
      return rows.map((row) => ({
        userId: row.userId,
        projectId: row.projectId,
        projectName: row.project.name,
        roles: row.roles,
      }));
    },
    /** Members who hold any of these roles of the organisation. */
    withRole: async (roles: readonly string[]): Promise<string[]> => {
      const rows = await t.member.findMany({
        where: { orgId, roles: { hasSome: [...roles] } },
        select: { userId: true },
      });
      return rows.map((row) => row.userId);
    },
    hasEmail: async (email: string): Promise<boolean> => {
      const rows = await t.$queryRaw<{ one: number }[]>`
        SELECT 1 AS one FROM member m JOIN auth_user u ON u.id = m.user_id
        WHERE m.org_id = ${orgId}::uuid AND lower(u.email) = lower(${email}) LIMIT 1`;
      return rows.length > 0;
    },
    emailOf: async (userId: string) =>
      (await t.user.findUnique({ where: { id: userId }, select: { email: true } }))?.email ?? null,
  };
}

/** LIKE takes `%`, `_` and `\` as its own; people who search for them mean the characters. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
