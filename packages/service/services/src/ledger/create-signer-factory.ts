import { hkdfSync } from 'node:crypto';
import { ledgerOrigin, type NoteSigner, noteSigner } from '@assay/ledger';

/**
 * The signing keys of the organisations' ledgers, each derived from one secret: HKDF-SHA256 (RFC 5869) without a
 * salt, with the organisation's id as info. The same seed always gives the same keys.
 *
 * @param seed 32 bytes, secret
 * @throws RangeError when the seed is not 32 bytes
 */
export function createSignerFactory(seed: Uint8Array): (orgId: string) => NoteSigner {
  if (seed.length !== 32) throw new RangeError(`A ledger seed has 32 bytes, not ${seed.length}.`);
  const known = new Map<string, NoteSigner>();
  return (orgId) => {
    const signer =
      known.get(orgId) ??
      noteSigner(ledgerOrigin(orgId), new Uint8Array(hkdfSync('sha256', seed, new Uint8Array(), orgId, 32)));
    if (known.size >= 1000) known.clear();
    known.set(orgId, signer);
    return signer;
  };
}
