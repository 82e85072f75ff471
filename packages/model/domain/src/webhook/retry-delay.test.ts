import { describe, expect, it } from 'vitest';
import { isWebhookTaken, MOST_WEBHOOK_ATTEMPTS, webhookRetryDelay } from './retry-delay.ts';

describe('attempts of a webhook', () => {
  it('come ever later, for most of a day, and end', () => {
    const pauses = Array.from({ length: MOST_WEBHOOK_ATTEMPTS }, (_, at) => webhookRetryDelay(at + 1));
    const known = pauses.flatMap((pause) => pause ?? []);
    expect(pauses.at(-1)).toBeNull();
    expect(known).toHaveLength(MOST_WEBHOOK_ATTEMPTS - 1);
    expect([...known].sort((a, b) => a - b)).toEqual(known);
    const hours = known.reduce((sum, pause) => sum + pause, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(12);
    expect(hours).toBeLessThan(24);
  });

  it('are taken by an answer of the two hundreds alone', () => {
    expect([200, 204, 299].every(isWebhookTaken)).toBe(true);
    expect([null, 199, 301, 307, 404, 410, 500].some(isWebhookTaken)).toBe(false);
  });
});
