import { permission } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import type { Deps } from '../frame/deps.ts';
import { hashOfSecret } from '../members/invitation-token.ts';
import { asOrgRoles } from '../members/org-roles.ts';

const SHAPE = /^assay_[A-Za-z0-9_-]{43}$/;

/**
 * Who a presented key acts for, or null: unknown, expired, revoked, its owner no longer a member, its organisation
 * deleted. Found by the hash of the whole key, so that the time taken tells nothing about a stored one; roles are
 * read now, so that a key never does more than its owner may.
 */
export async function authenticateApiKey(deps: Deps, presented: string): Promise<Actor | null> {
  if (!SHAPE.test(presented)) return null;
  const found = await deps.db.transaction({ orgId: null, userId: null }, (t) =>
    t.apiKeys.byHash(hashOfSecret(presented)),
  );
  if (found === null || found.revokedAt !== null) return null;
  if (found.expiresAt === null || found.expiresAt <= deps.clock.now()) return null;
  const { id: keyId, orgId, userId } = found;
  return deps.db.transaction({ orgId, userId }, async (t) => {
    const member = await t.members.ofUser(userId);
    if (member === null || (await t.organisations.current()) === null) return null;
    return {
      kind: 'api-key',
      keyId,
      userId,
      orgId,
      orgRoles: asOrgRoles(member.roles),
      scopes: found.scopes.flatMap((scope) => permission.safeParse(scope).data ?? []),
    };
  });
}
