import type { RepositoryContext } from './context.ts';

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
    /** The organisation at this address with the roles of the person in scope; null unless they are a member. */
    mineBySlug: async (slug: string) => {
      if (userId === null) return null;
      const row = await t.organisation.findFirst({ where: { slug, deletedAt: null } });
      if (row === null) return null;
      const member = await t.member.findUnique({ where: { orgId_userId: { orgId: row.id, userId } } });
      return member && { id: row.id, roles: member.roles };
    },
    /** False when the revision is stale. */
    rename: async (name: string, revision: number) => {
      const { count } = await t.organisation.updateMany({
        where: { id: orgId, revision, deletedAt: null },
        data: { name, revision: { increment: 1 } },
      });
      return count === 1;
    },
    markDeleted: (at: Date) =>
      t.organisation.updateMany({
        where: { id: orgId, deletedAt: null },
        data: { deletedAt: at, revision: { increment: 1 } },
      }),
    /**
     * Destroys everything in an organisation that was deleted that many days ago, but for the ledger's commitments.
     * How many rows; null when it must stay: not deleted for so long, under legal hold, open jobs, or events that
     * are not in the ledger yet.
     */
    purge: async (graceDays: number): Promise<number | null> => {
      const rows = await t.$queryRaw<{ removed: bigint | null }[]>`
        SELECT purge_organisation(make_interval(days => ${graceDays}::int)) AS removed`;
      const removed = rows[0]?.removed ?? null;
      return removed === null ? null : Number(removed);
    },
    /** One change of the members at a time: two invitations of one address, or two removals, wait for each other. */
    lock: async (): Promise<void> => {
      await t.$queryRaw`SELECT 1 FROM organisation WHERE id = ${orgId}::uuid FOR UPDATE`;
    },
    /** How much there is in it. `projects` limits what is counted to these; null counts all. */
    counts: async (projects: readonly string[] | null, now: Date) => {
      const inProjects = projects === null ? {} : { id: { in: [...projects] } };
      const sourcesIn = projects === null ? {} : { projectId: { in: [...projects] } };
      return {
        members: await t.member.count({ where: { orgId } }),
        projects: await t.project.count({ where: { orgId, deletedAt: null, ...inProjects } }),
        sources: await t.source.count({
          where: { orgId, deletedAt: null, project: { deletedAt: null }, ...sourcesIn },
        }),
        recipes: await t.recipe.count({
          where: { orgId, deletedAt: null, project: { deletedAt: null }, ...sourcesIn },
        }),
        runs: await t.run.count({
          where: { orgId, deletedAt: null, project: { deletedAt: null }, ...sourcesIn },
        }),
        openInvitations: await t.invitation.count({
          where: { orgId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
        }),
        activeApiKeys: await t.apiKey.count({
          where: { orgId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
        }),
      };
    },
    /** Names of sources under legal hold, also those in the trash: the organisation must stay while there is one. */
    heldSources: async (): Promise<string[]> => {
      const rows = await t.$queryRaw<{ name: string }[]>`
        SELECT name FROM source
        WHERE org_id = ${orgId}::uuid AND erased_at IS NULL
          AND (terms #>> '{retention,legalHold,since}') IS NOT NULL
        ORDER BY name LIMIT 20`;
      return rows.map((row) => row.name);
    },
  };
}
