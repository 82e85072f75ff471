import { createHmac } from 'node:crypto';

/** How a secret is written: as the Standard Webhooks specification says, so that its libraries read it. */
export function writeWebhookSecret(secret: Uint8Array): string {
  return `whsec_${Buffer.from(secret).toString('base64')}`;
}

/**
 * The headers of a delivery by the Standard Webhooks specification 1.0: the signature is `v1,` and the base64 of
 * HMAC-SHA256 over `id.timestamp.body`, one for each secret in force, with spaces between.
 *
 * @param at seconds since 1970
 */
export function signWebhook(
  message: { id: string; at: number; body: string },
  secrets: readonly Uint8Array[],
): { 'webhook-id': string; 'webhook-timestamp': string; 'webhook-signature': string } {
  const signed = `${message.id}.${message.at}.${message.body}`;
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(message.at),
    'webhook-signature': secrets
      .map((secret) => `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`)
      .join(' '),
  };
}
