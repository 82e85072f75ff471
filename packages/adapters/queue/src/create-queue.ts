import { setTimeout as pause } from 'node:timers/promises';
import type { JobsOptions } from 'bullmq';
import { postgresBackend } from './postgres-backend.ts';
import type { BullQueue, QueueBackend } from './queue-backend.ts';
import type { JobRequest, Queue, QueueConfig, QueueName, QueueWorker } from './queue-types.ts';
import { startWorker } from './queue-worker.ts';
import { redisBackend } from './redis-backend.ts';

const PART = /^[A-Za-z0-9_-]{1,64}$/;
const DAY_S = 86_400;

/** Finished jobs are kept by age: by count is slow on PostgreSQL, and their ids make `enqueue` idempotent. */
const KEPT = { removeOnComplete: { age: DAY_S }, removeOnFail: { age: 7 * DAY_S } };

function checked(part: string, what: string): string {
  if (!PART.test(part)) throw new RangeError(`${what} must be 1 to 64 letters, digits, - or _: ${part}`);
  return part;
}

function toBull(job: JobRequest): { name: string; data: unknown; opts: JobsOptions } {
  const opts: JobsOptions = { jobId: job.jobId, attempts: job.attempts ?? 1, ...KEPT };
  if (job.priority !== undefined) opts.priority = job.priority;
  if (job.delayMs !== undefined) opts.delay = job.delayMs;
  if (job.backoff !== undefined) opts.backoff = { type: job.backoff.type, delay: job.backoff.delayMs };
  return { name: job.name, data: job.data, opts };
}

async function within(timeoutMs: number, answer: Promise<void>): Promise<void> {
  const over = new AbortController();
  const late = pause(timeoutMs, undefined, { signal: over.signal }).then(
    () => {
      throw new Error(`The queue did not answer within ${timeoutMs} ms.`);
    },
    () => undefined,
  );
  try {
    await Promise.race([answer, late]);
  } finally {
    over.abort();
  }
}

function open(config: QueueConfig): Promise<QueueBackend> {
  const onError = (error: Error): void => config.log.error({ err: error }, 'The queue lost a connection.');
  if (config.redisUrl !== undefined) return redisBackend({ redisUrl: config.redisUrl, onError });
  return postgresBackend({
    databaseUrl: config.databaseUrl,
    maxConnections: config.maxConnections ?? 4,
    onError,
  });
}

/**
 * Opens the job queues of one region: BullMQ over Redis where `redisUrl` is given, else over PostgreSQL, whose
 * schema `bullmq` is made or brought up to date first. Both behave alike.
 */
export async function createQueue(config: QueueConfig): Promise<Queue> {
  const region = checked(config.region, 'A region');
  const backend = await open(config);
  const queues = new Map<QueueName, BullQueue>();
  const workers = new Set<QueueWorker>();
  const fullName = (name: QueueName): string => `${region}.${checked(name, 'A queue name')}`;

  function queueOf(name: QueueName): BullQueue {
    const known = queues.get(name);
    if (known !== undefined) return known;
    const made = backend.queue(fullName(name));
    made.on('error', (error) => config.log.error({ queue: name, err: error }, 'The queue met an error.'));
    queues.set(name, made);
    return made;
  }

  return {
    enqueue: async (job) => {
      const { name, data, opts } = toBull(job);
      await queueOf(job.queue).add(name, data, opts);
    },
    enqueueMany: async (jobs) => {
      for (const name of new Set(jobs.map((job) => job.queue))) {
        await queueOf(name).addBulk(jobs.filter((job) => job.queue === name).map(toBull));
      }
    },
    work: async (request) => {
      const worker = await startWorker(backend, fullName(request.queue), request, config);
      workers.add(worker);
      return worker;
    },
    remove: async (name, jobId) => {
      // on Redis, removing what is unknown also counts as removed
      if ((await queueOf(name).getJobState(jobId)) === 'unknown') return false;
      return (await queueOf(name).remove(jobId)) === 1;
    },
    counts: async (name) => {
      const states = ['waiting', 'prioritized', 'delayed', 'active', 'completed', 'failed'] as const;
      const found = await queueOf(name).getJobCounts(...states);
      const count = (state: (typeof states)[number]): number => found[state] ?? 0;
      return {
        waiting: count('waiting'),
        prioritized: count('prioritized'),
        delayed: count('delayed'),
        active: count('active'),
        completed: count('completed'),
        failed: count('failed'),
      };
    },
    upsertSchedule: async ({ queue, name, data, when }) => {
      const repeat = 'cron' in when ? { pattern: when.cron, tz: 'UTC' } : { every: when.everyMs };
      const known = await queueOf(queue).getJobScheduler(name);
      const same = 'cron' in when ? known?.pattern === when.cron : known?.every === when.everyMs;
      // BullMQ keeps the offset of the former interval, and the next run could be that much late
      if (known && !same) await queueOf(queue).removeJobScheduler(name);
      await queueOf(queue).upsertJobScheduler(name, repeat, { name, data, opts: KEPT });
    },
    removeSchedule: (queue, name) => queueOf(queue).removeJobScheduler(name),
    ping: ({ timeoutMs = 2_000 } = {}) => within(timeoutMs, backend.ping()),
    close: async (options) => {
      await Promise.all([...workers].map((worker) => worker.close(options)));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await backend.close();
    },
  };
}
