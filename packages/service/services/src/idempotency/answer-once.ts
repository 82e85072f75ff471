import { AssayError } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import type { Deps } from '../frame/deps.ts';
import { joinTransaction } from '../frame/join-transaction.ts';

type Answer = { status: number; body: string };
type Request = { key: string; requestHash: Uint8Array<ArrayBuffer> };

/**
 * Runs `act` once for an idempotency key of an actor and remembers its answer. A repeat gets the same answer; a
 * repeat while the first runs, or with another body, is refused. Server errors are not remembered, so that a retry
 * can succeed.
 *
 * The effect and the answer are one transaction, and the key is held by it: a process that dies in between leaves
 * neither, and its key is free as soon as the database has noticed. `act` must use the deps that it is given, and
 * change nothing outside the database.
 */
export async function answerOnce(
  deps: Deps,
  actor: Actor,
  request: Request,
  act: (deps: Deps) => Promise<Answer>,
): Promise<Answer & { replayed: boolean }> {
  const { orgId, userId } = actor;
  if (userId === null)
    throw new AssayError('forbidden', 'Idempotency keys are for people and their API keys.');
  if (request.key.length > 255 || !/^[\x21-\x7e]+$/.test(request.key)) {
    throw new AssayError('bad-input', 'An Idempotency-Key has 1 to 255 printable ASCII characters.', {
      field: 'Idempotency-Key',
    });
  }
  const scope = { orgId, userId };
  try {
    return await deps.db.transaction(scope, async (t) => {
      const known = await remembered(t, userId, request);
      if (known !== null) return known;
      if (!(await t.idempotency.hold(userId, request.key))) {
        throw new AssayError('conflict', 'A request with this Idempotency-Key is still running.', {
          next: 'Wait for its answer, then send the same request again to read it.',
        });
      }
      // The one that held it may have ended between the two questions.
      const ended = await remembered(t, userId, request);
      if (ended !== null) return ended;
      const { status, body } = await act(joinTransaction(deps, scope, t));
      if (status >= 500) throw new ServerFailed({ status, body });
      await t.idempotency.remember({
        id: deps.ids.next(),
        actorId: userId,
        ...request,
        status,
        response: body,
      });
      return { status, body, replayed: false };
    });
  } catch (error) {
    if (error instanceof ServerFailed) return { ...error.answer, replayed: false };
    throw error;
  }
}

async function remembered(t: Repositories, userId: string, request: Request) {
  const known = await t.idempotency.find(userId, request.key);
  if (known === null) return null;
  if (!Buffer.from(known.requestHash).equals(request.requestHash)) {
    throw new AssayError('idempotency-mismatch', 'This Idempotency-Key was used for another request.', {
      next: 'Use a new key for a new request.',
      field: 'Idempotency-Key',
    });
  }
  return { status: known.status, body: String(known.response), replayed: true };
}

/** Takes everything back, and is told all the same. */
class ServerFailed extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('The request failed on our side.');
    this.answer = answer;
  }
}
