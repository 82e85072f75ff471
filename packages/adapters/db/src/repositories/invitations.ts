import type { RepositoryContext } from './context.ts';

export type FoundInvitation = {
  id: string;
  orgId: string;
  orgName: string;
  email: string;
  roles: string[];
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
};

export function createInvitationRepository({ t, orgId }: RepositoryContext) {
  return {
    create: (row: {
      id: string;
      email: string;
      roles: string[];
      projectId: string | null;
      projectRoles: string[];
      tokenHash: Uint8Array<ArrayBuffer>;
      invitedBy: string;
      expiresAt: Date;
    }) => t.invitation.create({ data: { ...row, orgId } }),
    open: (now: Date) =>
      t.invitation.findMany({
        where: { orgId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
        orderBy: { id: 'desc' },
        take: 500,
      }),
    get: (id: string) => t.invitation.findUnique({ where: { id, orgId } }),
    /** Ends whatever invitation of this address is open, also when expired. Returns their ids. */
    revokeOpenOf: async (email: string, at: Date): Promise<string[]> => {
      const rows = await t.$queryRaw<{ id: string }[]>`
        UPDATE invitation SET revoked_at = ${at}
        WHERE org_id = ${orgId}::uuid AND lower(email) = lower(${email})
          AND accepted_at IS NULL AND revoked_at IS NULL
        RETURNING id`;
      return rows.map((row) => row.id);
    },
    revoke: async (id: string, at: Date): Promise<boolean> => {
      const { count } = await t.invitation.updateMany({
        where: { id, orgId, acceptedAt: null, revokedAt: null },
        data: { revokedAt: at },
      });
      return count === 1;
    },
    /** False when it was accepted, revoked or expired meanwhile. */
    accept: async (id: string, userId: string, at: Date): Promise<boolean> => {
      const { count } = await t.invitation.updateMany({
        where: { id, orgId, acceptedAt: null, revokedAt: null, expiresAt: { gt: at } },
        data: { acceptedAt: at, acceptedBy: userId },
      });
      return count === 1;
    },
    /** By the hash of the secret in the link; the one look-up that needs no organisation. */
    byTokenHash: async (hash: Uint8Array): Promise<FoundInvitation | null> => {
      const rows = await t.$queryRaw<FoundInvitation[]>`
        SELECT id, org_id AS "orgId", org_name AS "orgName", email, roles, expires_at AS "expiresAt",
               accepted_at AS "acceptedAt", revoked_at AS "revokedAt"
        FROM lookup_invitation(${Buffer.from(hash)})`;
      return rows[0] ?? null;
    },
  };
}
