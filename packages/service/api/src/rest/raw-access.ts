import { AssayError, type Permission, type Predicate } from '@assay/contracts';
import { type Actor, parsePredicate } from '@assay/domain';
import { type ItemKind, requireInOrg, requireOnItem } from '@assay/services';
import type { ApiContext } from '../frame/context.ts';
import { resolveActor } from '../frame/procedures.ts';
import { asAssayError } from '../frame/trpc.ts';
import { problemPage, wantsPage } from './problem-page.ts';
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
  return problemResponse(refusalOf(thrown, context), context.requestId);
}

/** A refusal as a page for whoever asked with a browser's window, else as a problem. */
export function rawProblemPage(thrown: unknown, context: ApiContext, request: Request): Response {
  if (!wantsPage(request)) return rawProblem(thrown, context);
  return problemPage(refusalOf(thrown, context));
}

function refusalOf(thrown: unknown, context: ApiContext): AssayError {
  const refusal = asAssayError(thrown, context.requestId);
  if (refusal.code === 'internal') {
    context.deps.log.error({ err: thrown, requestId: context.requestId }, 'A route failed');
  }
  return refusal;
}

/** The predicate of `where=`; every row without one. */
export function whereOf(request: Request): Predicate {
  const text = new URL(request.url).searchParams.get('where') ?? '';
  if (text.trim() === '') return { op: 'true' };
  const parsed = parsePredicate(text);
  if (!parsed.ok) throw new AssayError('bad-input', parsed.error.message, { field: 'where' });
  return parsed.predicate;
}

/** Bytes as a file to download. The first of them are awaited, so that a refusal still has its own status. */
export async function download(
  chunks: AsyncGenerator<Uint8Array>,
  file: { name: string; contentType: string },
): Promise<Response> {
  const first = await chunks.next();
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      if (first.done !== true) yield first.value;
      yield* chunks;
    } finally {
      await chunks.return(undefined);
    }
  }
  return new Response(streamBody(all()), {
    headers: {
      'content-type': file.contentType,
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'no-store',
    },
  });
}

/** A stored file to download. */
export function fileResponse(file: {
  name: string;
  contentType: string;
  bytes: number;
  content: AsyncIterable<Uint8Array>;
}): Response {
  return new Response(streamBody(file.content), {
    headers: {
      'content-type': file.contentType,
      'content-length': String(file.bytes),
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'no-store',
    },
  });
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
