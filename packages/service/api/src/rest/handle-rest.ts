import { createHash } from 'node:crypto';
import { type AssayError, errorStatus, type Problem } from '@assay/contracts';
import { answerOnce } from '@assay/services';
import { createOpenApiFetchHandler } from 'trpc-to-openapi';
import { ZodError } from 'zod';
import { appRouter } from '../app-router.ts';
import type { ApiContext } from '../frame/context.ts';
import { resolveActor } from '../frame/procedures.ts';
import { asAssayError } from '../frame/trpc.ts';

export const REST_PREFIX = '/api/v1';

/** RFC 9457. `type` names a page of the product's own documentation. */
function problemOf(refusal: AssayError, request: Request, requestId: string): Response {
  const status = errorStatus[refusal.code];
  const body: Problem = {
    type: `${new URL(request.url).origin}/docs/errors#${refusal.code}`,
    title: refusal.code.replaceAll('-', ' '),
    status,
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
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}

async function callProcedure(request: Request, context: ApiContext): Promise<Response> {
  let refused: AssayError | null = null;
  const response = await createOpenApiFetchHandler({
    router: appRouter,
    endpoint: REST_PREFIX,
    req: request,
    createContext: () => context,
    onError: ({ error }: { error: unknown }) => {
      refused = asAssayError(error, context.requestId);
    },
  });
  if (response.ok) return response;
  return problemOf(refused ?? asAssayError(null, context.requestId), request, context.requestId);
}

/**
 * The same use cases as REST. A POST with an `Idempotency-Key` is answered once: the same key and body get the first
 * answer again for a day, the same key with another body is refused.
 */
export async function handleRest(request: Request, context: ApiContext): Promise<Response> {
  const key = request.headers.get('idempotency-key');
  if (request.method !== 'POST' || key === null) return callProcedure(request, context);
  try {
    const actor = await resolveActor(context);
    const body = Buffer.from(await request.clone().arrayBuffer());
    const requestHash = createHash('sha256')
      .update(`${request.method} ${new URL(request.url).pathname}\n`)
      .update(body)
      .digest();
    return await answerOnce(context.deps, actor, { key, requestHash }, async () => {
      const response = await callProcedure(request, context);
      return { status: response.status, body: await response.text() };
    }).then(
      (answer) =>
        new Response(answer.body, {
          status: answer.status,
          headers: {
            'content-type': answer.status < 400 ? 'application/json' : 'application/problem+json',
            ...(answer.replayed ? { 'idempotency-replayed': 'true' } : {}),
          },
        }),
    );
  } catch (thrown) {
    return problemOf(asAssayError(thrown, context.requestId), request, context.requestId);
  }
}
