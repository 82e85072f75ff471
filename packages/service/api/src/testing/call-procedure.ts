import { randomUUID } from 'node:crypto';
import type { Deps } from '@assay/services';
import type { AnyRouter } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import superjson from 'superjson';
import { appRouter } from '../app-router.ts';
import type { ApiContext } from '../frame/context.ts';
import { listProcedures } from '../frame/list-procedures.ts';

/** Who asks: nobody, a person in an organisation, or a key. */
export type Asking = { userId?: string | null; org?: string | null; key?: string | null };

export function contextOf(deps: Deps, asking: Asking, signal?: AbortSignal): ApiContext {
  return {
    deps,
    identity: asking.userId == null ? null : { userId: asking.userId, sessionId: randomUUID() },
    presentedKey: asking.key ?? null,
    orgSlug: asking.org ?? null,
    requestId: randomUUID(),
    signal: signal ?? new AbortController().signal,
    pingQueue: async () => undefined,
  };
}

export type Answer = {
  status: number;
  /** Null when it was answered. */
  code: string | null;
  message: string | null;
  /** The whole answer as it went over the wire, without the reference of the request. */
  body: unknown;
};

/** Calls a procedure over HTTP, as the browser does, so that what is compared is what leaves the server. */
export async function callProcedure(
  deps: Deps,
  asking: Asking,
  path: string,
  input: object | undefined,
  router: AnyRouter = appRouter,
): Promise<Answer> {
  const type = listProcedures(router).find((each) => each.path === path)?.type;
  const json = JSON.stringify(superjson.serialize(input));
  const leave = new AbortController();
  const context = contextOf(deps, asking, leave.signal);
  const url = new URL(`http://localhost:3000/api/trpc/${path}`);
  // As the browser does it: what an address does not hold goes in the body.
  const inBody = type === 'mutation' || (type === 'query' && json.length > 2000);
  if (!inBody) url.searchParams.set('input', json);
  const response = await fetchRequestHandler({
    endpoint: '/api/trpc',
    router,
    allowMethodOverride: true,
    createContext: () => context,
    req: new Request(url, {
      method: inBody ? 'POST' : 'GET',
      signal: leave.signal,
      headers: { 'content-type': 'application/json' },
      ...(inBody ? { body: json } : {}),
    }),
  });
  const read = async (): Promise<string> => {
    if (response.headers.get('content-type')?.startsWith('text/event-stream') !== true)
      return response.text();
    const first = await firstEvent(response);
    leave.abort();
    return first;
  };
  const text = (await read()).replaceAll(context.requestId, 'reference');
  const body = JSON.parse(text);
  const error = body.error?.json ?? null;
  return {
    // A stream has begun when its refusal comes, as an event that carries the status.
    status: error?.data?.httpStatus ?? response.status,
    code: error?.data?.code ?? null,
    message: error?.message ?? null,
    body,
  };
}

/** The first message of a stream, in the form in which a single answer comes. */
async function firstEvent(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    for (const event of text.split('\n\n').slice(0, -1)) {
      const name = /^event: (.*)$/m.exec(event)?.[1];
      const data = /^data: (.*)$/m.exec(event)?.[1] ?? 'null';
      if (name === 'serialized-error') return `{"error":${data}}`;
      if (name === undefined) return `{"result":${data}}`;
    }
  }
  throw new Error('The stream ended without a message.');
}
