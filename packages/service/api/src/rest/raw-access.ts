import type { AssayError, Permission } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { type ItemKind, requireInOrg, requireOnItem } from '@assay/services';
import type { ApiContext } from '../frame/context.ts';
import { resolveActor } from '../frame/procedures.ts';
import { asAssayError } from '../frame/trpc.ts';
import { problemResponse } from './problem-response.ts';

/** The same checks as a procedure's, for a route that carries bytes instead of JSON. */
export async function rawAccess(
  context: ApiContext,
  permission: Permission,
  item: { kind: ItemKind; id: string } | null,
): Promise<Actor> {
  const actor = await resolveActor(context);
  if (item === null) requireInOrg(actor, permission);
  else await requireOnItem(context.deps, actor, permission, item);
  return actor;
}

/** A refusal as an RFC 9457 problem, for routes that carry bytes. */
export function rawProblem(thrown: unknown, context: ApiContext): Response {
  const refusal: AssayError = asAssayError(thrown, context.requestId);
  if (refusal.code === 'internal') {
    context.deps.log.error({ err: thrown, requestId: context.requestId }, 'A route failed');
  }
  return problemResponse(refusal, context.requestId);
}

/** Streams an async iterable as a response body; the client going away ends it. */
export function streamBody(chunks: AsyncIterable<Uint8Array | string>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(typeof next.value === 'string' ? encoder.encode(next.value) : next.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
