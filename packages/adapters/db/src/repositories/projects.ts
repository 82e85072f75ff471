import type { Project } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';
import { escapeLike } from './members.ts';

export type ProjectMemberRow = {
  userId: string;
  name: string;
  email: string;
  roles: string[];
  createdAt: Date;
};

export type ProjectPersonRow = {
  userId: string;
  name: string;
  email: string;
  orgRoles: string[];
  projectRoles: string[];
};

/** Sees all projects, or those that the person is a member of. */
export type ProjectVisibility = { all: true } | { all: false; userId: string };

/** Ids of the projects, not in the trash, that the person sees. */
export async function visibleProjectIds(
  t: RepositoryContext['t'],
  orgId: string,
  who: ProjectVisibility,
): Promise<string[]> {
  const rows = await t.project.findMany({
    where: { orgId, deletedAt: null, ...(who.all ? {} : { members: { some: { userId: who.userId } } }) },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

const GET = `
  SELECT id, org_id AS "orgId", name, description, stakes, created_by AS "createdBy", created_at AS "createdAt",
         updated_at AS "updatedAt", deleted_at AS "deletedAt", deleted_by AS "deletedBy", revision
  FROM project WHERE id = $2::uuid AND org_id = $1::uuid AND deleted_at IS NULL`;

const UPDATE = `
  UPDATE project
  SET name = coalesce($4, name), description = coalesce($5, description), stakes = coalesce($6, stakes),
      revision = revision + 1, updated_at = now()
  WHERE id = $2::uuid AND org_id = $1::uuid AND revision = $3 AND deleted_at IS NULL`;

const ROLES_OF = `
  SELECT roles FROM project_member WHERE org_id = $1::uuid AND project_id = $2::uuid AND user_id = $3::uuid`;

export function createProjectRepository({ t, statements, orgId }: RepositoryContext) {
  const visible = (who: ProjectVisibility) => (who.all ? {} : { members: { some: { userId: who.userId } } });
  return {
    create: (row: { id: string; name: string; description: string; stakes: string; createdBy: string }) =>
      t.project.create({ data: { ...row, orgId } }),
    get: async (id: string): Promise<Project | null> => {
      const { rows } = await statements.run<Project>('project_get', GET, [orgId, id]);
      return rows[0] ?? null;
    },
    list: (who: ProjectVisibility, options: { search: string; limit: number; before: string | null }) =>
      t.project.findMany({
        where: {
          orgId,
          deletedAt: null,
          ...visible(who),
          ...(options.search === ''
            ? {}
            : { name: { contains: escapeLike(options.search), mode: 'insensitive' as const } }),
          ...(options.before === null ? {} : { id: { lt: options.before } }),
        },
        orderBy: { id: 'desc' },
        take: options.limit + 1,
        include: { _count: { select: { sources: { where: { deletedAt: null } }, members: true } } },
      }),
    names: async (ids: readonly string[]): Promise<Map<string, string>> => {
      const rows = await t.project.findMany({
        where: { orgId, id: { in: [...new Set(ids)] } },
        select: { id: true, name: true },
      });
      return new Map(rows.map((row) => [row.id, row.name]));
    },
    counts: async (id: string) => ({
      sources: await t.source.count({ where: { orgId, projectId: id, deletedAt: null } }),
      members: await t.projectMember.count({ where: { orgId, projectId: id } }),
      openJobs: await t.job.count({
        where: { orgId, projectId: id, status: { in: ['QUEUED', 'RUNNING'] } },
      }),
    }),
    /** False when the revision is stale. */
    update: async (
      id: string,
      revision: number,
      change: { name?: string; description?: string; stakes?: string },
    ): Promise<boolean> => {
      const { rowCount } = await statements.run('project_update', UPDATE, [
        orgId,
        id,
        revision,
        change.name ?? null,
        change.description ?? null,
        change.stakes ?? null,
      ]);
      return rowCount === 1;
    },
    trash: async (id: string, by: string | null, at: Date): Promise<boolean> => {
      const { count } = await t.project.updateMany({
        where: { id, orgId, deletedAt: null },
        data: { deletedAt: at, deletedBy: by, revision: { increment: 1 } },
      });
      return count === 1;
    },
    restore: async (id: string): Promise<boolean> => {
      const { count } = await t.project.updateMany({
        where: { id, orgId, deletedAt: { not: null } },
        data: { deletedAt: null, deletedBy: null, revision: { increment: 1 } },
      });
      return count === 1;
    },
    rolesOf: async (projectId: string, userId: string): Promise<string[] | null> => {
      const { rows } = await statements.run<{ roles: string[] }>('project_roles', ROLES_OF, [
        orgId,
        projectId,
        userId,
      ]);
      return rows[0]?.roles ?? null;
    },
    /** Roles of one person in every project, for the home page. */
    allRolesOf: (userId: string) =>
      t.projectMember.findMany({ where: { orgId, userId }, select: { projectId: true, roles: true } }),
    members: (projectId: string) => t.$queryRaw<ProjectMemberRow[]>`
      SELECT p.user_id AS "userId", u.name, u.email, p.roles, p.created_at AS "createdAt"
      FROM project_member p JOIN auth_user u ON u.id = p.user_id
      WHERE p.org_id = ${orgId}::uuid AND p.project_id = ${projectId}::uuid
      ORDER BY u.name, p.id`,
    /** Everybody in the organisation who has a role in the project, or sees all projects, with both kinds of roles. */
    people: (projectId: string) => t.$queryRaw<ProjectPersonRow[]>`
      SELECT m.user_id AS "userId", u.name, u.email, m.roles AS "orgRoles",
             coalesce(p.roles, '{}'::text[]) AS "projectRoles"
      FROM member m JOIN auth_user u ON u.id = m.user_id
      LEFT JOIN project_member p
        ON p.org_id = m.org_id AND p.user_id = m.user_id AND p.project_id = ${projectId}::uuid
      WHERE m.org_id = ${orgId}::uuid AND (p.id IS NOT NULL OR m.roles && '{owner,admin,auditor}'::text[])
      ORDER BY u.name, m.id`,
    memberIds: async (projectId: string): Promise<string[]> => {
      const rows = await t.projectMember.findMany({
        where: { orgId, projectId },
        select: { userId: true },
      });
      return rows.map((row) => row.userId);
    },
    setMember: (row: { id: string; projectId: string; userId: string; roles: string[] }) =>
      t.projectMember.upsert({
        where: { orgId_projectId_userId: { orgId, projectId: row.projectId, userId: row.userId } },
        create: { ...row, orgId },
        update: { roles: row.roles },
      }),
    removeMember: (projectId: string, userId: string) =>
      t.projectMember.deleteMany({ where: { orgId, projectId, userId } }),
    removeFromAll: (userId: string) => t.projectMember.deleteMany({ where: { orgId, userId } }),
  };
}
