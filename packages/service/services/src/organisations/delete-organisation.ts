import { AssayError, notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { ALIVE_MS } from '../jobs/job-pulse.ts';

/**
 * Closes the organisation for everybody: its name must be typed, and nothing in it may be under legal hold. Its
 * jobs are stopped. For 30 days an operator of the server can open it again; then the sweep destroys what it had.
 */
export async function deleteOrganisation(deps: Deps, actor: Actor, input: { name: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    await t.organisations.lock();
    const row = await t.organisations.current();
    if (row === null) throw notFound('organisation');
    if (input.name.trim() !== row.name) {
      throw new AssayError('bad-input', 'The name that you typed is not the name of this organisation.', {
        kept: 'Nothing was deleted.',
        next: `Type “${row.name}” exactly as it is written.`,
        field: 'name',
      });
    }
    const held = await t.organisations.heldSources();
    if (held.length > 0) {
      throw new AssayError('not-ready', `Sources under legal hold must be kept: ${held.join(', ')}.`, {
        kept: 'Nothing was deleted.',
        next: 'A manager must end the legal hold of each source before the organisation can be deleted.',
      });
    }
    const now = deps.clock.now();
    const revokedKeys = await t.apiKeys.revokeAll(now);
    const stoppedJobs = await t.jobs.stopAll(now, ALIVE_MS);
    await t.organisations.markDeleted(now);
    await record({
      action: 'organisation.deleted',
      object: { type: 'organisation', id: actor.orgId },
      details: { name: row.name, revokedKeys, stoppedJobs },
    });
  });
}
