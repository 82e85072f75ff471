import type { JobKind } from '@assay/contracts';
import type { Prisma } from '@assay/db';
import type { CommandContext } from '../frame/command.ts';
import { commandIfAny } from '../frame/command-if-any.ts';
import type { Deps } from '../frame/deps.ts';
import { notify } from '../notifications/notify.ts';
import { endWithJob } from '../runs/job-ends.ts';
import type { JobEnd } from './job-end.ts';
import type { JobRun } from './job-run.ts';

/** Whoever waited this long has looked away, and is told. Failures are always told. */
const WORTH_TELLING_MS = 5000;

const actionOf = { SUCCEEDED: 'job.succeeded', FAILED: 'job.failed', CANCELLED: 'job.cancelled' } as const;

type Ended = Pick<
  JobRun<JobKind>['job'],
  'id' | 'kind' | 'projectId' | 'subject' | 'createdBy' | 'attempt'
> & {
  createdAt: Date;
};

/** Records that a job ended and tells who ordered it; in the transaction that ended it. */
export async function recordJobEnd(
  deps: Deps,
  context: CommandContext,
  job: Ended,
  end: JobEnd,
): Promise<void> {
  const { t, record } = context;
  await endWithJob(deps, context, job, end);
  await record({
    action: actionOf[end.status],
    object: { type: 'job', id: job.id },
    projectId: job.projectId,
    details: {
      kind: job.kind,
      attempt: job.attempt,
      ...(end.status === 'FAILED' ? { code: end.failure.code } : {}),
    },
    alsoTouched: [job.subject],
  });
  const waitedMs = deps.clock.now().getTime() - job.createdAt.getTime();
  if (job.createdBy === null || (end.status !== 'FAILED' && waitedMs < WORTH_TELLING_MS)) return;
  await notify(deps, t, {
    userIds: [job.createdBy],
    except: null,
    kind: actionOf[end.status],
    subject: {
      jobId: job.id,
      jobKind: job.kind,
      projectId: job.projectId,
      subject: job.subject,
      ...(end.status === 'FAILED' ? { message: end.failure.message } : {}),
    },
    link: `/jobs/${job.id}`,
  });
}

/** Ends an attempt's job; false when another attempt has taken it over, which then ends it. */
export async function endJob(
  deps: Deps,
  actor: JobRun<JobKind>['actor'],
  runId: string,
  job: Ended,
  end: JobEnd,
): Promise<boolean> {
  const ended = await commandIfAny(deps, actor, async (context) => {
    const isOurs = await context.t.jobs.end(job.id, runId, {
      status: end.status,
      at: deps.clock.now(),
      ...(end.status === 'SUCCEEDED' ? { result: end.result as Prisma.InputJsonValue } : {}),
      ...(end.status === 'FAILED' ? { error: end.failure } : {}),
    });
    if (!isOurs) return null;
    await recordJobEnd(deps, context, job, end);
    return true;
  });
  return ended !== null;
}
