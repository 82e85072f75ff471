import type { Deps } from '../frame/deps.ts';

/**
 * Sends jobs again that were lost on the way. The queue itself gives a dead worker's jobs to another within seconds;
 * this is for what the queue has lost, and it bears that a job is sent twice.
 *
 * @returns how many were sent again
 */
export async function reviveJobs(
  deps: Deps,
  limits: { silentMs: number; waitingMs: number } = { silentMs: 15_000, waitingMs: 300_000 },
): Promise<number> {
  return deps.db.system.reviveJobs(limits);
}
