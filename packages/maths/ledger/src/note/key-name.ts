import { NoteError } from './note-error.ts';

const FORBIDDEN = /[\s+\p{Surrogate}\p{Cc}]/u;

/**
 * Checks a key name: not empty, without white space, plus sign and control characters.
 *
 * @throws NoteError
 * @see C2SP signed-note, "Format"
 */
export function requireKeyName(name: string): void {
  if (name === '' || FORBIDDEN.test(name)) {
    throw new NoteError('A key name is not empty and has no white space, plus sign or control character.');
  }
}
