import type { ApiContext } from '@assay/api';
import { server } from './deps.ts';

function bearer(request: Request): string | null {
  const header = request.headers.get('authorization');
  return header?.startsWith('Bearer ') ? header.slice(7).trim() : null;
}

/** What each request brings: who is signed in, the organisation it names, a key if it shows one. */
export async function apiContext(request: Request, orgSlug: string | null): Promise<ApiContext> {
  const { deps, auth, pingQueue, stopping } = await server();
  const presentedKey = bearer(request);
  const session =
    presentedKey === null ? await auth.api.getSession({ headers: request.headers }).catch(() => null) : null;
  return {
    deps,
    identity: session ? { userId: session.user.id, sessionId: session.session.id } : null,
    presentedKey,
    orgSlug: orgSlug ?? request.headers.get('x-assay-org'),
    requestId: deps.ids.next(),
    signal: AbortSignal.any([request.signal, stopping.signal]),
    pingQueue,
  };
}

/** A write from another site with this person's cookie. Browsers say where a request comes from. */
export function isForgedWrite(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD' || bearer(request) !== null) return false;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.get('origin');
  return origin !== null && origin !== new URL(request.url).origin;
}
