import { type Job, UnrecoverableError, WaitingError } from 'bullmq';
import type { QueueBackend } from './queue-backend.ts';
import type { QueueConfig, QueueWorker, WorkRequest } from './queue-types.ts';

/** Why a job's signal was aborted; what becomes of the job depends on it. */
type Abort = 'cancelled' | 'closing';

type Running = { jobId: string; controller: AbortController; abort?: Abort };

function stop(running: Running | undefined, abort: Abort): boolean {
  if (running === undefined || running.abort !== undefined) return false;
  running.abort = abort;
  running.controller.abort(new Error(`The job was stopped: ${abort}.`));
  return true;
}

/** What an aborted job's failure becomes: never tried again when cancelled, back to wait when closing. */
async function afterAbort(
  error: unknown,
  running: Running,
  job: Job,
  token: string | undefined,
): Promise<unknown> {
  if (running.abort === 'cancelled') return new UnrecoverableError('The job was cancelled.');
  if (running.abort === 'closing') {
    await job.moveToWait(token);
    return new WaitingError();
  }
  return error;
}

export async function startWorker(
  backend: QueueBackend,
  fullName: string,
  { queue, concurrency, handlers }: WorkRequest,
  config: QueueConfig,
): Promise<QueueWorker> {
  const { log } = config;
  // Of one job there may be two: after a lost claim it is delivered again while the first delivery goes on.
  const active = new Set<Running>();

  async function process(job: Job<unknown, void, string>, token: string | undefined): Promise<void> {
    const jobId = job.id ?? '';
    const details = { queue, jobId, job: job.name };
    const handler = Object.hasOwn(handlers, job.name) ? handlers[job.name] : undefined;
    if (handler === undefined) {
      log.warn(details, 'A job was dropped: this worker has no handler of its name.');
      return;
    }
    const running: Running = { jobId, controller: new AbortController() };
    active.add(running);
    const attempt = job.attemptsMade + 1;
    try {
      await handler(job.data, { jobId, name: job.name, attempt, signal: running.controller.signal });
    } catch (error) {
      log.warn({ ...details, attempt, err: error }, 'A job did not succeed.');
      throw await afterAbort(error, running, job, token);
    } finally {
      active.delete(running);
    }
  }

  const worker = backend.worker(fullName, process, {
    concurrency,
    lockDuration: config.lockMs ?? 6_000,
    stalledInterval: config.stalledCheckMs ?? 3_000,
    maxStalledCount: config.maxLosses ?? 5,
  });
  worker.on('error', (error) => log.error({ queue, err: error }, 'The worker met an error.'));
  worker.on('stalled', (jobId) => log.warn({ queue, jobId }, 'A job lost its worker and waits again.'));
  worker.on('lockRenewalFailed', (jobIds) =>
    log.warn({ queue, jobIds }, 'The claim on jobs was lost while they run; they may be delivered again.'),
  );
  await worker.waitUntilReady();

  let closing: Promise<void> | undefined;
  return {
    cancel: (jobId) => {
      const stopped = [...active].filter((running) => running.jobId === jobId && stop(running, 'cancelled'));
      return stopped.length > 0;
    },
    close: ({ graceMs } = {}) => {
      closing ??= (async () => {
        const abortAll = (): void => {
          for (const running of active) stop(running, 'closing');
        };
        const timer = graceMs === undefined ? undefined : setTimeout(abortAll, graceMs);
        try {
          await worker.close();
        } finally {
          clearTimeout(timer);
        }
      })();
      return closing;
    },
  };
}
