import type { JsonValue } from '../frame/command.ts';
import type { JobFailure } from './job-failure.ts';

/** How a job ended. */
export type JobEnd =
  | { status: 'SUCCEEDED'; result: JsonValue }
  | { status: 'FAILED'; failure: JobFailure }
  | { status: 'CANCELLED' };
