import { AssayError, keyScopes, type Permission } from '@assay/contracts';
import { type Actor, projectsWith } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireName } from '../frame/require-name.ts';
import { requirePerson } from '../frame/require-person.ts';
import { hashOfSecret } from '../members/invitation-token.ts';
import { myProjectRoles } from '../projects/my-project-roles.ts';

export const MAX_KEY_DAYS = 366;
const DAY_MS = 86_400_000;
const PREFIX_LENGTH = 'assay_'.length + 6;

/**
 * Makes a key that acts for its maker, with at most these scopes. The key is shown once: its hash and its first
 * characters are all that is kept. Every key expires within a year.
 */
export async function createApiKey(
  deps: Deps,
  actor: Actor,
  input: { name: string; scopes: readonly Permission[]; expiresAt: string },
): Promise<{ id: string; key: string; prefix: string; scopes: Permission[]; expiresAt: string }> {
  const userId = requirePerson(actor);
  const name = requireName(input.name, 'An API key');
  const scopes = keyScopes.filter((scope) => input.scopes.includes(scope));
  const never = input.scopes.filter((scope) => !keyScopes.includes(scope));
  if (never.length > 0) {
    throw new AssayError('bad-input', `An API key cannot hold: ${never.join(', ')}.`, {
      next: 'Sign in to do this in person.',
      field: 'scopes',
    });
  }
  if (scopes.length === 0) {
    throw new AssayError('bad-input', 'An API key needs at least one scope.', { field: 'scopes' });
  }
  const now = deps.clock.now();
  const expiresAt = new Date(input.expiresAt);
  const latest = new Date(now.getTime() + MAX_KEY_DAYS * DAY_MS);
  if (!(expiresAt > now && expiresAt <= latest)) {
    throw new AssayError('bad-input', 'An API key expires in the future and within a year.', {
      field: 'expiresAt',
    });
  }
  const key = `assay_${Buffer.from(deps.randomBytes(32)).toString('base64url')}`;
  const prefix = key.slice(0, PREFIX_LENGTH);
  const id = deps.ids.next();
  return command(deps, actor, async ({ t, record }) => {
    const roles = await myProjectRoles(t, actor);
    const beyond = scopes.filter((scope) => projectsWith(actor, scope, roles)?.length === 0);
    if (beyond.length > 0) {
      throw new AssayError(
        'forbidden',
        `You may not do this yourself, so your key may not: ${beyond.join(', ')}.`,
        {
          next: 'Leave these scopes out, or ask for a role that allows them.',
          field: 'scopes',
        },
      );
    }
    await t.apiKeys.create({ id, userId, name, prefix, keyHash: hashOfSecret(key), scopes, expiresAt });
    await record({
      action: 'api-key.created',
      object: { type: 'api-key', id },
      details: { name, prefix, scopes, expiresAt: expiresAt.toISOString() },
    });
    return { id, key, prefix, scopes, expiresAt: expiresAt.toISOString() };
  });
}
