import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { ALIVE_MS } from '../jobs/job-pulse.ts';
import { sequenceLedger } from '../ledger/sequence-ledgers.ts';
import { ORGANISATION_DAYS } from '../trash/trash-days.ts';

const MOST = 20;

/**
 * Destroys what was in the organisations deleted 30 days ago, each in one transaction with its event: every row, what
 * its log said, and the claim to its files, which the sweep then removes. The ledger's commitments stay, so that
 * proofs of it still verify. One whose jobs have not ended, or that is under legal hold, waits. For the hourly sweep.
 */
export async function purgeOrganisations(deps: Deps): Promise<{ purged: number; waiting: number }> {
  let purged = 0;
  let waiting = 0;
  for (const orgId of await deps.db.system.organisationsDue(ORGANISATION_DAYS, MOST)) {
    try {
      if (await purge(deps, { kind: 'system', orgId, userId: null, orgRoles: [] })) purged += 1;
      else waiting += 1;
    } catch (err) {
      // One that fails must not keep the others for ever.
      waiting += 1;
      deps.log.error({ err, orgId }, 'A deleted organisation could not be purged.');
    }
  }
  return { purged, waiting };
}

async function purge(deps: Deps, actor: Actor): Promise<boolean> {
  // The event of the deletion says so already.
  const { orgId, userId } = actor;
  await deps.db.transaction({ orgId, userId }, (t) => t.jobs.stopAll(deps.clock.now(), ALIVE_MS));
  // What the ledger does not hold yet could not be proven once its words are gone.
  await sequenceLedger(deps, orgId);
  const waits = new StillNeeded();
  try {
    await command(deps, actor, async ({ t, record }) => {
      const rows = await t.organisations.purge(ORGANISATION_DAYS);
      if (rows === null) throw waits;
      await record({
        action: 'organisation.purged',
        object: { type: 'organisation', id: orgId },
        details: { rows },
      });
    });
    return true;
  } catch (error) {
    if (error === waits) return false;
    throw error;
  }
}

/** Opened again, or not free of jobs yet. */
class StillNeeded extends Error {}
