import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

/** What people chose to be told: one document for the organisation, and one for each project that they chose for. */
export function createNotificationChoiceRepository({ t, statements, orgId }: RepositoryContext) {
  const scopeOf = (projectId: string | null) => projectId ?? orgId;
  return {
    /** The choices of these people, for the organisation and for one project of it. */
    of: async (userIds: readonly string[], projectId: string | null) => {
      const { rows } = await statements.run<{ userId: string; projectId: string | null; document: unknown }>(
        'notification_choices',
        `SELECT user_id AS "userId", project_id AS "projectId", document FROM notification_choice
         WHERE org_id = $1::uuid AND user_id = ANY ($2::uuid[]) AND scope_id = ANY ($3::uuid[])`,
        [orgId, [...userIds], [orgId, scopeOf(projectId)]],
      );
      return rows;
    },
    /** Holds one person's choices for a scope until the transaction ends, whether there are any or not. */
    lock: async (userId: string, projectId: string | null): Promise<unknown> => {
      await statements.run(
        'notification_choice_turn',
        'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))',
        [`notification-choice ${userId} ${scopeOf(projectId)}`],
      );
      const row = await t.notificationChoice.findUnique({
        where: { orgId_userId_scopeId: { orgId, userId, scopeId: scopeOf(projectId) } },
      });
      return row?.document ?? null;
    },
    save: (userId: string, projectId: string | null, document: Prisma.InputJsonValue) =>
      t.notificationChoice.upsert({
        where: { orgId_userId_scopeId: { orgId, userId, scopeId: scopeOf(projectId) } },
        create: { orgId, userId, scopeId: scopeOf(projectId), projectId, document },
        update: { document },
      }),
    remove: (userId: string, projectId: string | null) =>
      t.notificationChoice.deleteMany({ where: { orgId, userId, scopeId: scopeOf(projectId) } }),
    /** The projects for which a person has chosen anything. */
    projects: async (userId: string): Promise<string[]> => {
      const rows = await t.notificationChoice.findMany({
        where: { orgId, userId, projectId: { not: null } },
        select: { projectId: true },
      });
      return rows.flatMap((row) => row.projectId ?? []);
    },
    removeOfUser: (userId: string) => t.notificationChoice.deleteMany({ where: { orgId, userId } }),
  };
}
