import { AssayError } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';

type Answer = { status: number; body: string };

/**
 * Runs `act` once for an idempotency key of an actor and remembers its answer. A repeat gets the same answer; a
 * repeat while the first runs, or with another body, is refused. Server errors are not remembered, so that a retry
 * can succeed.
 */
export async function answerOnce(
  deps: Deps,
  actor: Actor,
  request: { key: string; requestHash: Uint8Array<ArrayBuffer> },
  act: () => Promise<Answer>,
): Promise<Answer & { replayed: boolean }> {
  const { userId } = actor;
  if (userId === null)
    throw new AssayError('forbidden', 'Idempotency keys are for people and their API keys.');
  if (request.key.length > 255 || !/^[\x21-\x7e]+$/.test(request.key)) {
    throw new AssayError('bad-input', 'An Idempotency-Key has 1 to 255 printable ASCII characters.', {
      field: 'Idempotency-Key',
    });
  }
  const claimed = await query(deps, actor, (t) =>
    t.idempotency.claim({ id: deps.ids.next(), actorId: userId, ...request }),
  );
  if (!claimed) {
    const known = await query(deps, actor, (t) => t.idempotency.find(userId, request.key));
    if (known === null) {
      throw new AssayError('conflict', 'The first request with this Idempotency-Key has just failed.', {
        next: 'Send the request again.',
      });
    }
    if (!Buffer.from(known.requestHash).equals(request.requestHash)) {
      throw new AssayError('idempotency-mismatch', 'This Idempotency-Key was used for another request.', {
        next: 'Use a new key for a new request.',
        field: 'Idempotency-Key',
      });
    }
    if (known.status === null) {
      throw new AssayError('conflict', 'A request with this Idempotency-Key is still running.', {
        next: 'Wait for its answer, then send the same request again to read it.',
      });
    }
    return { status: known.status, body: String(known.response), replayed: true };
  }
  let answer: Answer;
  try {
    answer = await act();
  } catch (error) {
    await query(deps, actor, (t) => t.idempotency.release(userId, request.key));
    throw error;
  }
  await query(deps, actor, async (t) => {
    if (answer.status >= 500) await t.idempotency.release(userId, request.key);
    else await t.idempotency.answer(userId, request.key, answer.status, answer.body);
  });
  return { ...answer, replayed: false };
}
