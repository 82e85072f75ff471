import type { JobsOptions, JobType, Processor, WorkerOptions } from 'bullmq';

type Added = { name: string; data: unknown; opts: JobsOptions };
type OnError = (event: 'error', listener: (error: Error) => void) => unknown;

/** The part of BullMQ's queue that is used; its own type names its backend. */
export type BullQueue = {
  add(name: string, data: unknown, opts: JobsOptions): Promise<unknown>;
  addBulk(jobs: Added[]): Promise<unknown>;
  remove(jobId: string): Promise<number>;
  getJobState(jobId: string): Promise<string>;
  getJobCounts(...states: JobType[]): Promise<Record<string, number>>;
  upsertJobScheduler(
    id: string,
    repeat: { pattern: string; tz: string } | { every: number },
    template: Added,
  ): Promise<unknown>;
  getJobScheduler(id: string): Promise<{ every?: number; pattern?: string } | undefined>;
  removeJobScheduler(id: string): Promise<boolean>;
  on: OnError;
  close(): Promise<void>;
};

/** The part of BullMQ's worker that is used. */
export type BullWorker = {
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'stalled', listener: (jobId: string) => void): unknown;
  on(event: 'lockRenewalFailed', listener: (jobIds: string[]) => void): unknown;
  close(): Promise<void>;
};

export type BullWorkerOptions = Pick<
  WorkerOptions,
  'concurrency' | 'lockDuration' | 'stalledInterval' | 'maxStalledCount'
>;

/** What is behind the queues: PostgreSQL or Redis. Its connections are shared by all queues of a process. */
export type QueueBackend = {
  queue(name: string): BullQueue;
  worker(name: string, processor: Processor<unknown, void, string>, options: BullWorkerOptions): BullWorker;
  ping(): Promise<void>;
  close(): Promise<void>;
};
