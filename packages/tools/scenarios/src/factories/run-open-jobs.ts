import { setTimeout as pause } from 'node:timers/promises';
import { type JobKind, jobKind } from '@assay/contracts';
import { handlers } from '@assay/jobs';
import { type Deps, type JobView, listJobs, runJob } from '@assay/services';
import type { UserActor } from './user-actor.ts';

/** A process that was lost with a job shows no sign of life for a few seconds before another may take it. */
const LOST_AFTER_MS = 10_000;
const RETRY_MS = 250;

/**
 * Runs the jobs about one thing that have not ended, in this process, oldest first, as a worker would. When their
 * deliveries reach a worker later, they are skipped.
 *
 * @throws Error with the job's own reason when one fails
 */
export async function runOpenJobs(deps: Deps, actor: UserActor, subjectId: string): Promise<void> {
  for (;;) {
    const open = await openJobs(deps, actor, subjectId);
    if (open.length === 0) return;
    for (const job of open) await runToItsEnd(deps, actor, job);
  }
}

async function openJobs(deps: Deps, actor: UserActor, subjectId: string): Promise<JobView[]> {
  const { jobs } = await listJobs(deps, actor, { subjectId, limit: 50, before: null });
  return jobs.filter((job) => job.status === 'QUEUED' || job.status === 'RUNNING').reverse();
}

async function runToItsEnd(deps: Deps, actor: UserActor, job: JobView): Promise<void> {
  const kind = jobKind.parse(job.kind);
  const until = Date.now() + LOST_AFTER_MS;
  for (;;) {
    const outcome = await deliver(deps, actor.orgId, kind, job.id);
    if (outcome === 'succeeded' || outcome === 'cancelled') return;
    const { jobs } = await listJobs(deps, actor, { subjectId: job.subject.id, limit: 50, before: null });
    const now = jobs.find((each) => each.id === job.id);
    if (now?.status === 'SUCCEEDED' || now?.status === 'CANCELLED') return;
    if (now?.status === 'FAILED' || Date.now() > until) {
      throw new Error(
        `The job ${job.kind} ended as ${outcome}: ${now?.failure?.message ?? 'no reason known'}`,
      );
    }
    await pause(RETRY_MS);
  }
}

function deliver<K extends JobKind>(deps: Deps, orgId: string, kind: K, jobId: string) {
  return runJob(deps, kind, async (run) => (await handlers[kind]()).handle(deps, run), {
    orgId,
    jobId,
    lastAttempt: true,
    signal: new AbortController().signal,
  });
}
