import type { JobKind, JobStatus } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { type JobView, jobViews } from './job-view.ts';
import { jobVisibility } from './job-visibility.ts';

export type ListJobsInput = {
  kind?: JobKind | undefined;
  status?: JobStatus | undefined;
  projectId?: string | undefined;
  subjectId?: string | undefined;
  limit: number;
  /** Id of the last job seen; null from the newest. */
  before: string | null;
};

/** Jobs that the actor may see, newest first; `next` goes into `before` for the following page. */
export async function listJobs(
  deps: Deps,
  actor: Actor,
  input: ListJobsInput,
): Promise<{ jobs: JobView[]; next: string | null }> {
  const { limit, before, ...filter } = input;
  return query(deps, actor, async (t) => {
    const rows = await t.jobs.list(jobVisibility(actor), filter, limit, before);
    const page = rows.slice(0, limit);
    return {
      jobs: await jobViews(t, page),
      next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}
