import type { AppRouter } from '@assay/api';
import { createTRPCClient, httpLink } from '@trpc/client';
import superjson from 'superjson';

/** One person's signed-in session over HTTP, as a program would hold it. */
export type ApiSession = {
  api: ReturnType<typeof createTRPCClient<AppRouter>>;
  /** Name and value of each cookie, for a browser that goes on as the same person. */
  cookies: () => { name: string; value: string }[];
  request: (path: string, init?: RequestInit) => Promise<Response>;
  /** Calls go to this organisation from now on. */
  enter: (slug: string) => void;
  org: () => string | null;
};

/** How long an answer may take before it counts as none: a killed server may leave a connection hanging. */
const ANSWER_MS = 30_000;

function emptySession(url: string): ApiSession {
  const jar = new Map<string, string>();
  let slug: string | null = null;
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('origin', url);
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    if (slug !== null) headers.set('x-assay-org', slug);
    const answer = await fetch(new URL(path, url), {
      ...init,
      headers,
      signal: init.signal ?? AbortSignal.timeout(ANSWER_MS),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) jar.set(name, value);
    }
    return answer;
  };
  return {
    api: createTRPCClient<AppRouter>({
      links: [
        httpLink({
          url: `${url}/api/trpc`,
          transformer: superjson,
          fetch: (input, init) => request(String(input), init as RequestInit),
        }),
      ],
    }),
    cookies: () => [...jar].map(([name, value]) => ({ name, value })),
    request,
    enter: (next) => {
      slug = next;
    },
    org: () => slug,
  };
}

async function authenticate(url: string, path: string, body: object): Promise<ApiSession> {
  const session = emptySession(url);
  const answer = await session.request(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return session;
}

/** Makes an account and is signed in with it. */
export function signUp(
  url: string,
  person: { name: string; email: string; password: string },
): Promise<ApiSession> {
  return authenticate(url, 'sign-up/email', person);
}

/** Signs in with an account that is there. */
export function signIn(url: string, person: { email: string; password: string }): Promise<ApiSession> {
  return authenticate(url, 'sign-in/email', person);
}
