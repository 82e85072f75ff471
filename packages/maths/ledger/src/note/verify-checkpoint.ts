import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { NoteError } from './note-error.ts';
import type { VerifierKey } from './verifier-key.ts';
import { verifyNote } from './verify-note.ts';

/** A checkpoint that is signed by the key and names the key's ledger, or why it is not to be believed. */
export type VerifiedCheckpoint =
  | { readonly ok: true; readonly checkpoint: Checkpoint }
  | {
      readonly ok: false;
      readonly reason: 'malformed' | 'not-signed-by-key' | 'bad-signature' | 'other-origin';
    };

/**
 * Opens a signed checkpoint with the ledger's key. The origin must be the key's name, so that one key's
 * signature on anything else (an export's seal, another ledger) is never taken for a checkpoint.
 *
 * @see C2SP tlog-checkpoint
 */
export function verifyCheckpoint(note: string, key: VerifierKey): VerifiedCheckpoint {
  const opened = verifyNote(note, key);
  if (!opened.ok) return opened;
  try {
    const checkpoint = parseCheckpoint(opened.text);
    return checkpoint.origin === key.name ? { ok: true, checkpoint } : { ok: false, reason: 'other-origin' };
  } catch (error) {
    if (error instanceof NoteError) return { ok: false, reason: 'malformed' };
    throw error;
  }
}
