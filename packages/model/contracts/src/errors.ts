import { z } from 'zod';

/** Error codes with the HTTP status of each: the whole vocabulary of refusal, for tRPC, REST and the CLI. */
export const errorStatus = {
  'bad-input': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  stale: 409,
  'not-ready': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'idempotency-mismatch': 422,
  'rate-limited': 429,
  internal: 500,
  unavailable: 503,
  'storage-full': 507,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/**
 * A refusal that people read: `message` says what happened, `kept` what was kept, `next` what to do, `field` which
 * input was at fault. Anything else that is thrown is `internal`, and its text never leaves the server.
 */
export class AssayError extends Error {
  readonly code: ErrorCode;
  readonly kept: string | null;
  readonly next: string | null;
  readonly field: string | null;

  constructor(
    code: ErrorCode,
    message: string,
    more: { kept?: string; next?: string; field?: string; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'AssayError';
    this.code = code;
    this.kept = more.kept ?? null;
    this.next = more.next ?? null;
    this.field = more.field ?? null;
  }
}

/** RFC 9457 problem document. `type` is `urn:assay:problem:` and the code. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string(),
  kept: z.string().nullable(),
  next: z.string().nullable(),
  field: z.string().nullable(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;

/** What a foreign or unknown id answers, always in the same words, so that neither can be told from the other. */
export function notFound(what: string): AssayError {
  return new AssayError('not-found', `There is no such ${what}, or you may not see it.`, {
    next: 'Check the address, or ask a manager of the project for access.',
  });
}
