import type { RepositoryContext } from './context.ts';

export type FoundApiKey = {
  id: string;
  orgId: string;
  userId: string;
  scopes: string[];
  expiresAt: Date | null;
  revokedAt: Date | null;
};

export function createApiKeyRepository({ t, orgId }: RepositoryContext) {
  return {
    create: (row: {
      id: string;
      userId: string;
      name: string;
      prefix: string;
      keyHash: Uint8Array<ArrayBuffer>;
      scopes: string[];
      expiresAt: Date | null;
    }) => t.apiKey.create({ data: { ...row, orgId } }),
    list: () =>
      t.apiKey.findMany({
        where: { orgId },
        orderBy: { id: 'desc' },
        take: 500,
        omit: { keyHash: true },
      }),
    get: (id: string) => t.apiKey.findUnique({ where: { id, orgId }, omit: { keyHash: true } }),
    revoke: async (id: string, at: Date): Promise<boolean> => {
      const { count } = await t.apiKey.updateMany({
        where: { id, orgId, revokedAt: null },
        data: { revokedAt: at },
      });
      return count === 1;
    },
    revokeOfUser: async (userId: string, at: Date): Promise<number> =>
      (await t.apiKey.updateMany({ where: { orgId, userId, revokedAt: null }, data: { revokedAt: at } }))
        .count,
    revokeAll: async (at: Date): Promise<number> =>
      (await t.apiKey.updateMany({ where: { orgId, revokedAt: null }, data: { revokedAt: at } })).count,
    byHash: async (hash: Uint8Array): Promise<FoundApiKey | null> => {
      const rows = await t.$queryRaw<FoundApiKey[]>`
        SELECT id, org_id AS "orgId", user_id AS "userId", scopes, expires_at AS "expiresAt",
               revoked_at AS "revokedAt"
        FROM lookup_api_key(${Buffer.from(hash)})`;
      return rows[0] ?? null;
    },
  };
}
