import { type JobStatus, jobStatus } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { jobVisibility } from './job-visibility.ts';

/** How many of the jobs that the actor may see are in each state. */
export async function jobCounts(deps: Deps, actor: Actor): Promise<Record<JobStatus, number>> {
  const rows = await query(deps, actor, (t) => t.jobs.countByStatus(jobVisibility(actor)));
  const counts = new Map(rows.map((row) => [row.status, row._count]));
  const of = (status: JobStatus): number => counts.get(status) ?? 0;
  return {
    [jobStatus.enum.QUEUED]: of('QUEUED'),
    [jobStatus.enum.RUNNING]: of('RUNNING'),
    [jobStatus.enum.SUCCEEDED]: of('SUCCEEDED'),
    [jobStatus.enum.FAILED]: of('FAILED'),
    [jobStatus.enum.CANCELLED]: of('CANCELLED'),
  };
}
