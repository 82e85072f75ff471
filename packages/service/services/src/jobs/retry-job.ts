import { AssayError, notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';

/** Opens a failed or cancelled job again; it goes on after its finished steps. */
export async function retryJob(deps: Deps, actor: Actor, jobId: string): Promise<void> {
  await command(deps, actor, async ({ t, record }) => {
    const job = await t.jobs.get(jobId);
    if (job === null) throw notFound('job');
    if (!(await t.jobs.reopen(jobId, deps.ids.next()))) {
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
