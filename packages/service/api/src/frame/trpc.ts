import { AssayError, errorStatus, type Permission } from '@assay/contracts';
import type { ItemKind } from '@assay/services';
import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import type { OpenApiMeta } from 'trpc-to-openapi';
import { ZodError } from 'zod';
import type { ApiContext } from './context.ts';

/** Data on each procedure. A test walks the router and fails on one without a permission. */
export type Meta = OpenApiMeta & {
  permission?: Permission | 'public';
  /** The kind of thing that the permission is asked on. */
  on?: ItemKind | 'subject';
};

const transportCode = {
  'bad-input': 'BAD_REQUEST',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  'method-not-allowed': 'METHOD_NOT_SUPPORTED',
  conflict: 'CONFLICT',
  stale: 'CONFLICT',
  'not-ready': 'CONFLICT',
  'too-large': 'PAYLOAD_TOO_LARGE',
  'unsupported-media-type': 'UNSUPPORTED_MEDIA_TYPE',
  'idempotency-mismatch': 'UNPROCESSABLE_CONTENT',
  'rate-limited': 'TOO_MANY_REQUESTS',
  internal: 'INTERNAL_SERVER_ERROR',
  unavailable: 'SERVICE_UNAVAILABLE',
  'storage-full': 'INTERNAL_SERVER_ERROR',
} as const;

/** The refusal behind any thrown thing. What is not a refusal of ours is `internal`, and its text stays here. */
export function asAssayError(thrown: unknown, requestId: string): AssayError {
  const cause = thrown instanceof TRPCError ? thrown.cause : thrown;
  if (cause instanceof AssayError) return cause;
  // A schema also fails on what we answer or have stored; only a failing input is the caller's.
  if (cause instanceof ZodError && thrown instanceof TRPCError && thrown.code === 'BAD_REQUEST') {
    const first = cause.issues[0];
    const field = first?.path.join('.') ?? '';
    return new AssayError(
      'bad-input',
      first ? `${field === '' ? 'The input' : field}: ${first.message}` : 'Bad input.',
      {
        ...(field === '' ? {} : { field }),
        next: 'Correct the input and send it again. Nothing was changed.',
        cause,
      },
    );
  }
  if (thrown instanceof TRPCError && thrown.code === 'NOT_FOUND') {
    return new AssayError('not-found', 'There is no such address.', { cause: thrown });
  }
  if (thrown instanceof TRPCError && (thrown.code === 'BAD_REQUEST' || thrown.code === 'PARSE_ERROR')) {
    return new AssayError('bad-input', 'The request could not be read.', { cause: thrown });
  }
  return new AssayError('internal', 'Something went wrong on our side.', {
    kept: 'Nothing was changed by this request.',
    next: `Try again. If it happens again, tell an administrator this reference: ${requestId}.`,
    cause: thrown,
  });
}

const t = initTRPC
  .context<ApiContext>()
  .meta<Meta>()
  .create({
    transformer: superjson,
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 30_000 } },
    errorFormatter: ({ shape, error, ctx }) => {
      const refusal = asAssayError(error, ctx?.requestId ?? 'none');
      return {
        ...shape,
        message: refusal.message,
        data: {
          code: shape.data.code,
          httpStatus: errorStatus[refusal.code],
          assay: {
            code: refusal.code,
            kept: refusal.kept,
            next: refusal.next,
            field: refusal.field,
            requestId: ctx?.requestId ?? null,
          },
        },
      };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Turns refusals into transport errors and logs what is not one. Services never know of transport. */
export const base = t.procedure.use(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) return result;
  const refusal = asAssayError(result.error, ctx.requestId);
  if (refusal.code === 'internal') {
    ctx.deps.log.error({ err: result.error, path, requestId: ctx.requestId }, 'A procedure failed');
  }
  throw new TRPCError({ code: transportCode[refusal.code], message: refusal.message, cause: refusal });
});
