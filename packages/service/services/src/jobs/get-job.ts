import { notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { type JobView, jobViews } from './job-view.ts';

/** One job with its finished steps, in the order in which they ended. */
export async function getJob(
  deps: Deps,
  actor: Actor,
  jobId: string,
): Promise<JobView & { steps: { name: string; finishedAt: Date }[] }> {
  return query(deps, actor, async (t) => {
    const row = await t.jobs.get(jobId);
    const [view] = row === null ? [] : await jobViews(t, [row]);
    if (view === undefined) throw notFound('job');
    return { ...view, steps: await t.jobs.steps(jobId) };
  });
}
