/** Where a job waits. The name is given without its region; the adapter adds it. */
export type QueueName = string;

/** What the adapter says while it works; pino's loggers fit. */
export type QueueLog = {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
};

export type QueueConfig = {
  /** Queues of one region are invisible to the workers of another. Letters, digits, `-` and `_`. */
  region: string;
  log: QueueLog;
  /** PostgreSQL's connection string, for a role that may create the schema `bullmq`. Used without `redisUrl`. */
  databaseUrl: string;
  /** Where given, jobs go through Redis instead. */
  redisUrl?: string;
  /** Connections for commands on PostgreSQL, 4 by default; each worker holds one more to be notified on. */
  maxConnections?: number;
  /**
   * How long, in milliseconds, a worker's claim on a job lasts without renewal: 6,000 by default, renewed at
   * half. A worker that is killed, or blocks its event loop for longer, has the job delivered to another one too.
   */
  lockMs?: number;
  /** How often to look for lost jobs, in milliseconds: 3,000 by default. */
  stalledCheckMs?: number;
  /** How many lost workers a job survives before it fails: 5 by default. */
  maxLosses?: number;
};

export type Backoff = { type: 'fixed' | 'exponential'; delayMs: number };

export type JobRequest = {
  queue: QueueName;
  /** A job with this id is added once, and known as done for a day after; not a plain integer, no colon. */
  jobId: string;
  name: string;
  /** JSON. */
  data: unknown;
  /** 1 is the most urgent of those with a priority; without one a job goes before all of them. */
  priority?: number;
  delayMs?: number;
  /** Tries in all, 1 by default. */
  attempts?: number;
  backoff?: Backoff;
};

export type JobContext = {
  jobId: string;
  name: string;
  /** 1 on the first try. Losing the worker is not counted as a try. */
  attempt: number;
  /**
   * Aborted when the job is cancelled or the worker can wait for it no longer. Not when the claim on it is lost: it is
   * then delivered a second time while the first goes on, and handlers settle between themselves whose it is.
   */
  signal: AbortSignal;
};

export type JobHandler = (data: unknown, context: JobContext) => Promise<void>;

export type WorkRequest = {
  queue: QueueName;
  /** Jobs at a time in this process. */
  concurrency: number;
  /** By job name. A name without a handler is warned about and completed. */
  handlers: Readonly<Record<string, JobHandler>>;
};

/** Takes jobs until closed. */
export type QueueWorker = {
  /** Aborts a job that runs in this process, which fails it for good; false if it does not run here. */
  cancel(jobId: string): boolean;
  /**
   * Takes no more jobs and waits for those that run. After `graceMs` (no limit by default) their signals are
   * aborted, and those that end by it go back to wait.
   */
  close(options?: { graceMs?: number }): Promise<void>;
};

export type QueueCounts = {
  waiting: number;
  prioritized: number;
  delayed: number;
  active: number;
  completed: number;
  failed: number;
};

export type ScheduleRequest = {
  queue: QueueName;
  /** Identifies the schedule: the same again replaces it. Also the name of its jobs. */
  name: string;
  data: unknown;
  /** Every so many milliseconds, or by a cron expression in UTC. */
  when: { everyMs: number } | { cron: string };
};

export type Queue = {
  enqueue(job: JobRequest): Promise<void>;
  enqueueMany(jobs: readonly JobRequest[]): Promise<void>;
  work(request: WorkRequest): Promise<QueueWorker>;
  /** Removes a job that is not running; false if it is, or is unknown. */
  remove(queue: QueueName, jobId: string): Promise<boolean>;
  counts(queue: QueueName): Promise<QueueCounts>;
  upsertSchedule(schedule: ScheduleRequest): Promise<void>;
  removeSchedule(queue: QueueName, name: string): Promise<boolean>;
  /** Resolves if the backend answers within `timeoutMs` (2,000 by default), else rejects with the reason. */
  ping(options?: { timeoutMs?: number }): Promise<void>;
  /** Closes all workers (see `QueueWorker.close`), then the connections. */
  close(options?: { graceMs?: number }): Promise<void>;
};
