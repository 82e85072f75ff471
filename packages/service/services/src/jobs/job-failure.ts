import { AssayError, type ErrorCode, errorStatus, type JobKind } from '@assay/contracts';
import { z } from 'zod';

/** Why a job failed, as it is stored and shown. */
export const jobFailure = z.object({
  type: z.literal('assay.job-failure'),
  version: z.literal(1),
  code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
  message: z.string(),
  kept: z.string().nullable(),
  next: z.string().nullable(),
});
export type JobFailure = z.infer<typeof jobFailure>;

/** Trying again changes nothing about these. */
const FINAL: readonly ErrorCode[] = ['bad-input', 'not-found', 'not-ready', 'too-large'];

export function isFinalFailure(failure: JobFailure): boolean {
  return FINAL.includes(failure.code);
}

/** Our own sentences as they are; of anything else nothing that could tell about data or the machine. */
export function failureOf(error: unknown, job: { id: string; kind: JobKind }): JobFailure {
  const kept = 'What its finished steps left is kept; a retry goes on after them.';
  if (error instanceof AssayError) {
    return {
      type: 'assay.job-failure',
      version: 1,
      code: error.code,
      message: error.message,
      kept: error.kept ?? kept,
      next: error.next,
    };
  }
  return {
    type: 'assay.job-failure',
    version: 1,
    code: 'internal',
    message: `Something went wrong on our side (${job.kind}).`,
    kept,
    next: `Retry it. If it fails again, give your administrator this number, which is in the server's log: ${job.id}.`,
  };
}
