import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesEqual } from '../bytes-equal.ts';
import { utf8 } from '../utf8.ts';
import { NoteError } from './note-error.ts';
import { parseNote } from './parse-note.ts';
import type { VerifierKey } from './verifier-key.ts';

/** The text of a note whose signature by the key is good, or why it is not to be believed. */
export type VerifiedNote =
  | { readonly ok: true; readonly text: string; readonly signatures: number }
  | { readonly ok: false; readonly reason: 'malformed' | 'not-signed-by-key' | 'bad-signature' };

/**
 * Opens a signed note with one key. Signatures by other keys are ignored; one by this key that is wrong makes
 * the note wrong. Ed25519 is verified strictly (RFC 8032, canonical encodings only).
 *
 * @returns the signed text and the number of all its signatures
 * @see C2SP signed-note, "Verifying"
 */
export function verifyNote(note: string, key: VerifierKey): VerifiedNote {
  const parsed = readNote(note);
  if (parsed === undefined) return { ok: false, reason: 'malformed' };
  const own = parsed.signatures.filter(({ name, id }) => name === key.name && bytesEqual(id, key.id));
  if (own.length === 0) return { ok: false, reason: 'not-signed-by-key' };
  const message = utf8(parsed.text);
  const good = own.every(
    ({ signature }) =>
      signature.length === 64 && ed25519.verify(signature, message, key.publicKey, { zip215: false }),
  );
  return good
    ? { ok: true, text: parsed.text, signatures: parsed.signatures.length }
    : { ok: false, reason: 'bad-signature' };
}

function readNote(note: string) {
  try {
    return parseNote(note);
  } catch (error) {
    if (error instanceof NoteError) return undefined;
    throw error;
  }
}
