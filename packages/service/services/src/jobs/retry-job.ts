import { AssayError, notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { runOfJob } from '../runs/run-record.ts';
import { reopenRun } from '../runs/stop-run.ts';

/** Opens a failed or cancelled job again; it goes on after its finished steps. */
export async function retryJob(deps: Deps, actor: Actor, jobId: string): Promise<void> {
  await command(deps, actor, async ({ t, record }) => {
    const job = await t.jobs.get(jobId);
    if (job === null) throw notFound('job');
    const run = await runOfJob(t, job);
    // A part of a run alone would make rows that its other parts lack: all of it is taken up again.
    const reopened =
      run !== null && (run.status === 'FAILED' || run.status === 'CANCELLED')
        ? (await reopenRun(deps, { t }, run)) > 0
        : await t.jobs.reopen(jobId, deps.ids.next());
    if (!reopened) {
      throw new AssayError('conflict', 'Only a job that failed or was cancelled can be retried.', {
        next: 'Look at the job again: somebody may have retried it.',
      });
    }
    await record({
      action: 'job.retried',
      object: { type: 'job', id: jobId },
      projectId: job.projectId,
      details: { kind: job.kind, was: job.status },
      alsoTouched: [{ type: job.subjectType, id: job.subjectId }],
    });
  });
}
