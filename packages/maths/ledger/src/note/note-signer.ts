import { ed25519 } from '@noble/curves/ed25519.js';
import { requireKeyName } from './key-name.ts';
import { formatVerifierKey } from './verifier-key.ts';

/** A key that signs notes. */
export interface NoteSigner {
  readonly name: string;
  /** The public half, as `name+keyid+base64`: what others verify with. */
  readonly verifierKey: string;
  /** Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Ed25519 signature of a message, 64 bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/**
 * The signing key of a seed. The same name and seed always give the same key.
 *
 * @param name key name; for a ledger its origin, `assay/<organisation id>`
 * @param seed Ed25519 private key (RFC 8032 section 5.1.5), 32 bytes from a cryptographic source
 * @throws NoteError for a bad name; RangeError when the seed is not 32 bytes
 */
export function noteSigner(name: string, seed: Uint8Array): NoteSigner {
  requireKeyName(name);
  if (seed.length !== 32) throw new RangeError(`A seed has 32 bytes, not ${seed.length}.`);
  const secret = seed.slice();
  const publicKey = ed25519.getPublicKey(secret);
  return {
    name,
    publicKey,
    verifierKey: formatVerifierKey(name, publicKey),
    sign: (message) => ed25519.sign(message, secret),
  };
}
