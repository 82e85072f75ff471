import { bytesToHex } from '@noble/hashes/utils.js';
import { concatBytes } from '../concat-bytes.ts';
import { decodeBase64 } from '../decode-base64.ts';
import { encodeBase64 } from '../encode-base64.ts';
import { ED25519_TYPE, keyId } from './key-id.ts';
import { requireKeyName } from './key-name.ts';
import { NoteError } from './note-error.ts';

/** A key that verifies notes, read from its text. */
export interface VerifierKey {
  readonly name: string;
  /** 4 bytes. */
  readonly id: Uint8Array;
  /** Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** The text that it was read from. */
  readonly text: string;
}

/**
 * The text of a verifier key: name, key id in hexadecimal, and base64 of 0x01 and the public key, joined by
 * plus signs.
 *
 * @see C2SP signed-note, "Verifier keys"
 */
export function formatVerifierKey(name: string, publicKey: Uint8Array): string {
  requireKeyName(name);
  const encoded = encodeBase64(concatBytes([Uint8Array.of(ED25519_TYPE), publicKey]));
  return `${name}+${bytesToHex(keyId(name, publicKey))}+${encoded}`;
}

/**
 * Reads a verifier key. White space around it is ignored, as keys are pasted.
 *
 * @throws NoteError when it is not an Ed25519 verifier key or its key id does not match
 */
export function parseVerifierKey(pasted: string): VerifierKey {
  const text = pasted.trim();
  // The base64 part may itself have plus signs.
  const [, name, id, encoded] = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/.exec(text) ?? [];
  const key = encoded === undefined ? undefined : decodeBase64(encoded);
  if (name === undefined || id === undefined || key === undefined) {
    throw new NoteError('A verifier key has the form name+keyid+base64, as in assay/…+1a2b3c4d+AQ….');
  }
  requireKeyName(name);
  if (key[0] !== ED25519_TYPE || key.length !== 33) {
    throw new NoteError('The verifier key is not an Ed25519 key (type 1, 32 bytes).');
  }
  const publicKey = key.slice(1);
  const expected = keyId(name, publicKey);
  if (bytesToHex(expected) !== id) {
    throw new NoteError('The verifier key is damaged: its key id does not match its name and public key.');
  }
  return { name, id: expected, publicKey, text };
}
