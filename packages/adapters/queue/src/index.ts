export { UnrecoverableError } from 'bullmq';
export { createQueue } from './create-queue.ts';
export type {
  Backoff,
  JobContext,
  JobHandler,
  JobRequest,
  Queue,
  QueueConfig,
  QueueCounts,
  QueueLog,
  QueueName,
  QueueWorker,
  ScheduleRequest,
  WorkRequest,
} from './queue-types.ts';
