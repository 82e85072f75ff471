import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

export type FoundGuestLink = {
  id: string;
  orgId: string;
  orgName: string;
  projectId: string;
  releaseId: string;
  expiresAt: Date;
  revokedAt: Date | null;
};

type NewLink = Omit<
  Prisma.GuestLinkUncheckedCreateInput,
  'orgId' | 'createdAt' | 'revokedAt' | 'revokedBy' | 'visits' | 'lastUsedAt'
>;

/** Links by which people without an account see one release. */
export function createGuestLinkRepository({ t, orgId }: RepositoryContext) {
  return {
    create: (row: NewLink) => t.guestLink.create({ data: { ...row, orgId } }),
    get: (id: string) => t.guestLink.findUnique({ where: { id, orgId } }),
    list: (releaseId: string) =>
      t.guestLink.findMany({ where: { orgId, releaseId }, orderBy: { id: 'desc' }, take: 200 }),
    /** False when it was revoked before. */
    revoke: async (id: string, by: string, at: Date): Promise<boolean> => {
      const { count } = await t.guestLink.updateMany({
        where: { id, orgId, revokedAt: null },
        data: { revokedAt: at, revokedBy: by },
      });
      return count === 1;
    },
    visited: (id: string, at: Date) =>
      t.guestLink.updateMany({
        where: { id, orgId },
        data: { visits: { increment: 1 }, lastUsedAt: at },
      }),
    /** By the hash of the secret in the link: a look-up that needs no organisation. */
    byTokenHash: async (hash: Uint8Array): Promise<FoundGuestLink | null> => {
      const rows = await t.$queryRaw<FoundGuestLink[]>`
        SELECT id, org_id AS "orgId", org_name AS "orgName", project_id AS "projectId",
               release_id AS "releaseId", expires_at AS "expiresAt", revoked_at AS "revokedAt"
        FROM lookup_guest_link(${Buffer.from(hash)})`;
      return rows[0] ?? null;
    },
  };
}
