import { hkdfSync } from 'node:crypto';

export type Secrets = {
  /** Seed of the ledgers' signing keys, 32 bytes. */
  ledgerSeed: Uint8Array;
  /** Signs addresses of files. */
  blobUrls: string;
  /** Signs sessions. */
  auth: string;
  /** Seed of the secrets that sign webhooks, 32 bytes. */
  webhookSeed: Uint8Array;
};

/** The keys of the installation, each by HKDF-SHA256 (RFC 5869) from the one secret, with its purpose as info. */
export function deriveSecrets(secret: Uint8Array): Secrets {
  const derive = (purpose: string) =>
    new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), `assay/${purpose}`, 32));
  return {
    ledgerSeed: derive('ledger'),
    blobUrls: Buffer.from(derive('blob-urls')).toString('base64url'),
    auth: Buffer.from(derive('auth')).toString('base64url'),
    webhookSeed: derive('webhooks'),
  };
}
