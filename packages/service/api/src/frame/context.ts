import type { Actor } from '@assay/domain';
import type { Deps } from '@assay/services';

/** Who is signed in, as the web application found from the session cookie. */
export type Identity = { userId: string; sessionId: string };

/** What each request brings. The actor is found by the middleware, for the permission that the procedure declares. */
export type ApiContext = {
  deps: Deps;
  identity: Identity | null;
  /** A key from the Authorization header, not yet checked. */
  presentedKey: string | null;
  /** The organisation that the request names. A key has its own. */
  orgSlug: string | null;
  /** The actor, where it was found before the procedure's own middleware looks. */
  knownActor?: Actor | undefined;
  requestId: string;
  /** Aborted when the client has gone or the server stops. */
  signal: AbortSignal;
  /** Health needs the queue, which only the process that serves it can reach. */
  pingQueue: () => Promise<void>;
};

export type OrgContext = ApiContext & { actor: Actor };
