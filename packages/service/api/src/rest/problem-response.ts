import { type AssayError, errorStatus, type Problem } from '@assay/contracts';
import { ZodError } from 'zod';

export const PROBLEM_TYPE = 'application/problem+json';

/** How long to wait after too many requests: the window in which they are counted. */
const RETRY_AFTER_SECONDS = 60;

export function problemOf(refusal: AssayError, requestId: string): Problem {
  return {
    type: `urn:assay:problem:${refusal.code}`,
    title: refusal.code.replaceAll('-', ' '),
    status: errorStatus[refusal.code],
    detail: refusal.message,
    instance: `urn:uuid:${requestId}`,
    code: refusal.code,
    kept: refusal.kept,
    next: refusal.next,
    field: refusal.field,
    ...(refusal.cause instanceof ZodError
      ? {
          errors: refusal.cause.issues.map((issue) => ({
            path: issue.path.join('.'),
            message: issue.message,
          })),
        }
      : {}),
  };
}

/** A refusal as RFC 9457 wants it, with the headers that its status calls for. */
export function problemResponse(
  refusal: AssayError,
  requestId: string,
  more: Record<string, string> = {},
): Response {
  const status = errorStatus[refusal.code];
  return Response.json(problemOf(refusal, requestId), {
    status,
    headers: { 'content-type': PROBLEM_TYPE, ...headersOf(status), ...more },
  });
}

/** Headers that HTTP asks for with some statuses, also when a remembered answer is given again. */
export function headersOf(status: number): Record<string, string> {
  return {
    'cache-control': 'no-store',
    ...(status === 401 ? { 'www-authenticate': 'Bearer realm="assay"' } : {}),
    ...(status === 429 ? { 'retry-after': String(RETRY_AFTER_SECONDS) } : {}),
  };
}
