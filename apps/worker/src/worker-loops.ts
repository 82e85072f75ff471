import {
  type AppDeps,
  actOnRetention,
  discardExpiredUploads,
  dispatchOutbox,
  purgeOrganisations,
  purgeTrash,
  reviveJobs,
  sequenceLedgers,
  sweepBlobs,
  writeCheckpoints,
} from '@assay/services';
import type { Loop } from './loops.ts';

const HOUR_MS = 3_600_000;

/** What every worker does beside its jobs. Several workers may do it at once. */
export function workerLoops({ deps, queueOf }: AppDeps, workerId: string): Loop[] {
  const { system } = deps.db;
  return [
    { name: 'outbox', everyMs: 200, work: () => dispatchOutbox(deps, queueOf) },
    { name: 'sequencer', everyMs: 200, work: () => sequenceLedgers(deps) },
    { name: 'checkpoints', everyMs: 60_000, work: () => writeCheckpoints(deps, 'minute') },
    { name: 'revive', everyMs: 5000, work: () => reviveJobs(deps) },
    { name: 'leases', everyMs: 5000, work: () => system.expireLeases(10_000) },
    {
      name: 'heartbeat',
      everyMs: 5000,
      work: () =>
        deps.db.transaction({ orgId: null, userId: null }, (t) => t.workers.beat(workerId, deps.region)),
    },
    { name: 'sweep-rows', everyMs: HOUR_MS, work: () => system.sweep() },
    { name: 'retention', everyMs: HOUR_MS, work: () => actOnRetention(deps) },
    { name: 'uploads', everyMs: HOUR_MS, work: () => discardExpiredUploads(deps) },
    { name: 'trash', everyMs: HOUR_MS, work: () => purgeTrash(deps) },
    { name: 'organisations', everyMs: HOUR_MS, work: () => purgeOrganisations(deps) },
    { name: 'sweep-files', everyMs: HOUR_MS, work: () => sweepBlobs(deps) },
  ];
}
