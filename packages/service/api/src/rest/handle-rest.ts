import { createHash } from 'node:crypto';
import { AssayError } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { answerOnce } from '@assay/services';
import { createCaller } from '../app-router.ts';
import type { ApiContext } from '../frame/context.ts';
import { resolveActor } from '../frame/procedures.ts';
import { asAssayError } from '../frame/trpc.ts';
import { headersOf, PROBLEM_TYPE, problemOf, problemResponse } from './problem-response.ts';
import { fieldsOfBody, fieldsOfQuery, readBody } from './read-input.ts';
import { matchRoute, type RestRoute } from './rest-routes.ts';

export const REST_PREFIX = '/api/v1';

/**
 * The same use cases as REST, with JSON as it is and refusals as problem documents. A POST with an `Idempotency-Key`
 * is answered once: the same key and body get the first answer again for a day, the same key with another body is
 * refused.
 */
export async function handleRest(request: Request, context: ApiContext): Promise<Response> {
  try {
    const url = new URL(request.url);
    const match = matchRoute(request.method, pathWithin(url.pathname));
    if (!match.found) return notMatched(request.method, match.allow, context.requestId);
    const { route, parameters } = match;
    const key = request.headers.get('idempotency-key');
    const body = await readBody(request);
    const act = async (within: ApiContext) => {
      const given = usesBody(route)
        ? fieldsOfBody(body, request.headers.get('content-type'))
        : fieldsOfQuery(url.searchParams, route);
      return call(within, route, { ...given, ...parameters });
    };
    if (route.method !== 'POST' || key === null) return answer(200, JSON.stringify(await act(context)));
    const actor = await resolveActor(context);
    const once = await answerOnce(
      context.deps,
      actor,
      { key, requestHash: fingerprint(actor, url.pathname, body) },
      (deps) =>
        act({ ...context, deps, knownActor: actor }).then(
          (value) => ({ status: 200, body: JSON.stringify(value) }),
          // A refusal is an answer too, and is remembered; what went wrong on our side is not.
          (thrown: unknown) => {
            const problem = problemOf(refusalOf(thrown, context), context.requestId);
            return { status: problem.status, body: JSON.stringify(problem) };
          },
        ),
    );
    return answer(once.status, once.body, once.replayed ? { 'idempotency-replayed': 'true' } : {});
  } catch (thrown) {
    return problemResponse(refusalOf(thrown, context), context.requestId);
  }
}

function usesBody(route: RestRoute): boolean {
  return route.method === 'POST' || route.method === 'PATCH' || route.method === 'PUT';
}

/** The path below the prefix, without a slash at its end. */
function pathWithin(path: string): string {
  return path.slice(REST_PREFIX.length).replace(/\/$/, '');
}

function answer(status: number, body: string, more: Record<string, string> = {}): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': status < 400 ? 'application/json' : PROBLEM_TYPE,
      ...headersOf(status),
      ...more,
    },
  });
}

function notMatched(method: string, allow: readonly string[], requestId: string): Response {
  if (allow.length === 0) {
    const refusal = new AssayError('not-found', 'There is no such address.', {
      next: 'See the description of the interface at /api/openapi.json.',
    });
    return problemResponse(refusal, requestId);
  }
  const methods = allow.join(', ');
  const refusal = new AssayError('method-not-allowed', `This address does not answer ${method}.`, {
    next: `Use one of: ${methods}.`,
  });
  return problemResponse(refusal, requestId, { allow: methods });
}

/** Calls the procedure of a route, with all its middleware. */
async function call(context: ApiContext, route: RestRoute, input: Record<string, unknown>): Promise<unknown> {
  let procedure: unknown = createCaller(context);
  for (const name of route.procedure.split('.')) {
    procedure = (procedure as Record<string, unknown>)[name];
  }
  return (procedure as (input: unknown) => Promise<unknown>)(input);
}

/** Two keys of one person do not share answers: one of them may be allowed less. */
function fingerprint(actor: Actor, path: string, body: Buffer): Uint8Array<ArrayBuffer> {
  const who = actor.kind === 'api-key' ? actor.keyId : actor.kind;
  return new Uint8Array(createHash('sha256').update(`${who}\nPOST ${path}\n`).update(body).digest());
}

/** What a procedure throws is logged there; anything else that is not a refusal of ours is logged here. */
function refusalOf(thrown: unknown, context: ApiContext): AssayError {
  const refusal = asAssayError(thrown, context.requestId);
  if (refusal.code === 'internal' && !(thrown instanceof Error && thrown.cause instanceof AssayError)) {
    context.deps.log.error({ err: thrown, requestId: context.requestId }, 'A request failed');
  }
  return refusal;
}
