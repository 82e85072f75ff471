import type { AppRouter } from '@assay/api';
import type { BrowserContext } from '@playwright/test';
import { createTRPCClient, httpLink } from '@trpc/client';
import superjson from 'superjson';

export type Api = ReturnType<typeof createTRPCClient<AppRouter>>;

/** Calls with the cookies of a browser context: for what a test needs to be there and is not about. */
export function apiOf(context: BrowserContext, org?: string): Api {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: '/api/trpc',
        transformer: superjson,
        headers: org === undefined ? {} : { 'x-assay-org': org },
        fetch: async (input, init) => {
          const body = init?.body;
          const answer = await context.request.fetch(String(input), {
            method: init?.method ?? 'GET',
            headers: Object.fromEntries(new Headers(init?.headers as HeadersInit)),
            ...(typeof body === 'string' ? { data: body } : {}),
          });
          return new Response(new Uint8Array(await answer.body()), { status: answer.status() });
        },
      }),
    ],
  });
}
