import { z } from 'zod';
import { askAgainFilter } from './ask-again.ts';
import { id } from './ids.ts';

type JobDefinition = {
  payload: z.ZodType;
  /**
   * Queue in which it runs: `light` answers within seconds, `heavy` may take memory and minutes, `outward` waits for
   * programs of others, who may keep it waiting.
   */
  queue: 'light' | 'heavy' | 'outward';
  attempts: number;
  backoffMs: number;
  /** What `done` and `total` count on screen. */
  unit: 'rows' | 'bytes' | 'entries' | 'steps' | 'files';
};

const source = z.object({ versionId: id });
const run = z.object({ runId: id });
const batch = z.object({ batchId: id });
const labelImport = z.object({ importId: id });

/** Every kind of job. A kind without a handler in the worker, or a handler without a kind, does not compile. */
export const jobCatalog = {
  'source.stage': { payload: source, queue: 'heavy', attempts: 3, backoffMs: 2000, unit: 'bytes' },
  'source.commit': { payload: source, queue: 'heavy', attempts: 3, backoffMs: 2000, unit: 'rows' },
  'source.measure': { payload: source, queue: 'heavy', attempts: 3, backoffMs: 2000, unit: 'steps' },
  'source.split': {
    payload: z.object({ versionId: id, splitId: id }),
    queue: 'heavy',
    attempts: 3,
    backoffMs: 2000,
    unit: 'rows',
  },
  'source.erase': {
    payload: z.object({ sourceId: id }),
    queue: 'light',
    attempts: 5,
    backoffMs: 5000,
    unit: 'files',
  },
  'generation.run': { payload: run, queue: 'heavy', attempts: 3, backoffMs: 2000, unit: 'rows' },
  'generation.shard': {
    payload: z.object({ runId: id, shard: z.number().int().min(0) }),
    queue: 'heavy',
    attempts: 3,
    backoffMs: 2000,
    unit: 'rows',
  },
  'run.import': { payload: run, queue: 'heavy', attempts: 3, backoffMs: 2000, unit: 'bytes' },
  'run.collect': { payload: run, queue: 'light', attempts: 3, backoffMs: 2000, unit: 'rows' },
  'validation.run': {
    payload: z.object({ reportId: id }),
    queue: 'heavy',
    attempts: 3,
    backoffMs: 2000,
    unit: 'steps',
  },
  'agreement.compute': { payload: batch, queue: 'heavy', attempts: 3, backoffMs: 2000, unit: 'steps' },
  'label-import.read': { payload: labelImport, queue: 'heavy', attempts: 3, backoffMs: 2000, unit: 'rows' },
  'label-import.commit': { payload: labelImport, queue: 'heavy', attempts: 3, backoffMs: 2000, unit: 'rows' },
  'image.import': {
    payload: z.object({ importId: id }),
    queue: 'heavy',
    attempts: 3,
    backoffMs: 2000,
    unit: 'bytes',
  },
  'image.compare': {
    payload: z.object({ comparisonId: id }),
    queue: 'heavy',
    attempts: 3,
    backoffMs: 2000,
    unit: 'steps',
  },
  'batch.ask-again': {
    payload: z.object({ batchId: id, filter: askAgainFilter, by: id, until: z.iso.datetime() }),
    queue: 'heavy',
    attempts: 3,
    backoffMs: 2000,
    unit: 'rows',
  },
  'batch.build': { payload: batch, queue: 'heavy', attempts: 3, backoffMs: 2000, unit: 'rows' },
  'version.build': {
    payload: z.object({ versionId: id }),
    queue: 'heavy',
    attempts: 3,
    backoffMs: 2000,
    unit: 'rows',
  },
  'release.validate': {
    payload: z.object({ releaseId: id }),
    queue: 'heavy',
    attempts: 3,
    backoffMs: 2000,
    unit: 'steps',
  },
  'pattern.apply': {
    payload: z.object({ patternId: id }),
    queue: 'heavy',
    attempts: 3,
    backoffMs: 2000,
    unit: 'rows',
  },
  'export.build': {
    payload: z.object({ exportId: id }),
    queue: 'heavy',
    attempts: 3,
    backoffMs: 2000,
    unit: 'rows',
  },
  'review.sweep': { payload: batch, queue: 'heavy', attempts: 3, backoffMs: 2000, unit: 'rows' },
  'organisation.export': {
    payload: z.object({ exportId: id }),
    queue: 'heavy',
    attempts: 3,
    backoffMs: 5000,
    unit: 'files',
  },
  'webhook.deliver': {
    payload: z.object({ deliveryId: id }),
    queue: 'outward',
    attempts: 3,
    backoffMs: 2000,
    unit: 'steps',
  },
} as const satisfies Record<string, JobDefinition>;

export type JobKind = keyof typeof jobCatalog;
export const jobKinds = Object.keys(jobCatalog) as JobKind[];
export const jobKind = z.enum(jobKinds as [JobKind, ...JobKind[]]);
export type JobPayload<K extends JobKind> = z.infer<(typeof jobCatalog)[K]['payload']>;

/** States of a job; transitions are in domain. */
export const jobStatus = z.enum(['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED']);
export type JobStatus = z.infer<typeof jobStatus>;

/** What travels through the queue: ids only, so that a log line or a dump of the queue tells nothing. */
export const queuedJob = z.object({ orgId: id, jobId: id });
export type QueuedJob = z.infer<typeof queuedJob>;
