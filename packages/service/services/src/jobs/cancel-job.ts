import { AssayError, jobKind, jobStatus, notFound } from '@assay/contracts';
import { type Actor, isJobOpen } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { recordJobEnd } from './end-job.ts';
import { ALIVE_MS } from './job-pulse.ts';

/**
 * Asks a job to stop. One that nobody runs ends at once; one that runs ends within about a second, as soon as its
 * handler looks up.
 */
export async function cancelJob(deps: Deps, actor: Actor, jobId: string): Promise<{ ended: boolean }> {
  return command(deps, actor, async (context) => {
    const { t, record } = context;
    const job = await t.jobs.get(jobId);
    if (job === null) throw notFound('job');
    const at = deps.clock.now();
    if (!(await t.jobs.requestCancel(jobId, at))) {
      throw isJobOpen(jobStatus.parse(job.status))
        ? new AssayError('conflict', 'Somebody has asked this job to stop already.')
        : new AssayError('conflict', 'This job has ended already.', { kept: 'Its result is unchanged.' });
    }
    const kind = jobKind.parse(job.kind);
    await record({
      action: 'job.cancelRequested',
      object: { type: 'job', id: jobId },
      projectId: job.projectId,
      details: { kind },
      alsoTouched: [{ type: job.subjectType, id: job.subjectId }],
    });
    const ended = await t.jobs.endCancelled(jobId, at, ALIVE_MS);
    if (ended) {
      const subject = { type: job.subjectType, id: job.subjectId };
      // Who asked for it needs no news of it.
      const createdBy = job.createdBy === actor.userId ? null : job.createdBy;
      await recordJobEnd(deps, context, { ...job, kind, subject, createdBy }, { status: 'CANCELLED' });
    }
    return { ended };
  });
}
