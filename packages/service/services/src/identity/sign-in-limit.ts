import { createHash } from 'node:crypto';
import type { Deps } from '../frame/deps.ts';

const WINDOW_MS = 5 * 60_000;
const MOST_ATTEMPTS = 10;

/**
 * Counts an attempt to sign in to one account, whoever makes it: an address of the network can be changed at will,
 * the account that is attacked cannot. The e-mail is kept as a hash only. False when there were too many within five
 * minutes.
 */
export async function mayAttemptSignIn(deps: Deps, email: string): Promise<boolean> {
  const key = `account:${createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')}`;
  const now = BigInt(deps.clock.now().getTime());
  const rows = await deps.db.identity.$queryRaw<{ count: number }[]>`
    INSERT INTO auth_rate_limit AS r (id, key, count, last_request)
    VALUES (${deps.ids.next()}::uuid, ${key}, 1, ${now})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r.last_request < ${now - BigInt(WINDOW_MS)} THEN 1 ELSE r.count + 1 END,
      last_request = CASE WHEN r.last_request < ${now - BigInt(WINDOW_MS)} THEN ${now} ELSE r.last_request END
    RETURNING count`;
  return (rows[0]?.count ?? 0) <= MOST_ATTEMPTS;
}

/** A successful sign-in clears the count of its account. */
export async function forgetSignInAttempts(deps: Deps, email: string): Promise<void> {
  const key = `account:${createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')}`;
  await deps.db.identity.$executeRaw`DELETE FROM auth_rate_limit WHERE key = ${key}`;
}
