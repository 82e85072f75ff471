import { permission } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';

export type ApiKeyState = 'active' | 'expired' | 'revoked';

/** The organisation's keys, newest first, also those that no longer work. */
export async function listApiKeys(deps: Deps, actor: Actor) {
  return query(deps, actor, async (t) => {
    const rows = await t.apiKeys.list();
    const names = await t.members.names(rows.map((row) => row.userId));
    const now = deps.clock.now();
    const state = (row: { revokedAt: Date | null; expiresAt: Date | null }): ApiKeyState => {
      if (row.revokedAt !== null) return 'revoked';
      return row.expiresAt !== null && row.expiresAt <= now ? 'expired' : 'active';
    };
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      prefix: row.prefix,
      scopes: row.scopes.flatMap((scope) => permission.safeParse(scope).data ?? []),
      owner: { userId: row.userId, name: names.get(row.userId) ?? null },
      state: state(row),
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      revokedAt: row.revokedAt?.toISOString() ?? null,
    }));
  });
}
