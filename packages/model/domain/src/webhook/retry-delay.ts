const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses after each attempt that was not taken: within a minute while something restarts, for a day while it is down. */
const PAUSES = [5 * SECOND, 30 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR] as const;

export const MOST_WEBHOOK_ATTEMPTS = PAUSES.length + 1;

/**
 * How long to wait after an attempt that was not taken, in milliseconds; null when it was the last.
 *
 * @param attempts how many there were, at least 1
 */
export function webhookRetryDelay(attempts: number): number | null {
  return PAUSES[attempts - 1] ?? null;
}

/** Was it taken? Any answer of the two hundreds says so; a redirection does not, for nobody chose where it leads. */
export function isWebhookTaken(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}
