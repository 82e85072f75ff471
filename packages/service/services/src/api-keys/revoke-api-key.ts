import { notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';

/** Ends a key at once and for good. */
export async function revokeApiKey(deps: Deps, actor: Actor, input: { keyId: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const row = await t.apiKeys.get(input.keyId);
    if (row === null || !(await t.apiKeys.revoke(row.id, deps.clock.now()))) {
      throw notFound('API key in use');
    }
    await record({
      action: 'api-key.revoked',
      object: { type: 'api-key', id: row.id },
      details: { name: row.name, prefix: row.prefix },
      alsoTouched: [{ type: 'user', id: row.userId }],
    });
  });
}
