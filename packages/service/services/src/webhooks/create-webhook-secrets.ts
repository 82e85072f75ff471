import { hkdfSync } from 'node:crypto';

/**
 * The secrets that sign webhooks, each derived from one seed: HKDF-SHA256 (RFC 5869) without a salt, with the webhook's
 * id and the secret's number as info. Nothing of them is stored, so that no copy of the database tells them.
 *
 * @param seed 32 bytes, secret
 * @throws RangeError when the seed is not 32 bytes
 */
export function createWebhookSecrets(seed: Uint8Array): (webhookId: string, number: number) => Uint8Array {
  if (seed.length !== 32) throw new RangeError(`A seed of webhooks has 32 bytes, not ${seed.length}.`);
  return (webhookId, number) =>
    new Uint8Array(hkdfSync('sha256', seed, new Uint8Array(), `${webhookId}/${number}`, 32));
}
