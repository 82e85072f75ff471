import { type JobKind, jobCatalog, jobKinds, queuedJob } from '@assay/contracts';
import type { JobHandler as QueueHandler } from '@assay/queue';
import { type Deps, type JobOutcome, runJob } from '@assay/services';
import type { Handlers } from './handlers.ts';

/** An attempt that the queue is to make again; its reason is in the log and in the job. */
class TryAgain extends Error {
  override readonly name = 'TryAgain';
}

export type AfterJob = (kind: JobKind, outcome: JobOutcome, seconds: number) => void;

/**
 * The handlers of one queue, by name of job, as the queue calls them: each runs the job of the row that it is
 * given. What the queue is told of the outcome is only whether to deliver it again.
 */
export function queueHandlers(
  deps: Deps,
  queue: 'light' | 'heavy' | 'outward',
  handlers: Handlers,
  after: AfterJob = () => undefined,
): Record<string, QueueHandler> {
  return Object.fromEntries(
    jobKinds
      .filter((kind) => jobCatalog[kind].queue === queue)
      .map((kind) => [kind, queueHandler(deps, kind, handlers, after)]),
  );
}

function queueHandler<K extends JobKind>(
  deps: Deps,
  kind: K,
  handlers: Handlers,
  after: AfterJob,
): QueueHandler {
  return async (data, context) => {
    const { orgId, jobId } = queuedJob.parse(data);
    const start = performance.now();
    const outcome = await runJob(deps, kind, async (run) => (await handlers[kind]()).handle(deps, run), {
      orgId,
      jobId,
      lastAttempt: context.attempt >= jobCatalog[kind].attempts,
      signal: context.signal,
    });
    after(kind, outcome, (performance.now() - start) / 1000);
    if (outcome === 'retry' || outcome === 'handed-back') throw new TryAgain(`Job ${jobId}: ${outcome}.`);
  };
}
