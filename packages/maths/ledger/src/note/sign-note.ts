import { concatBytes } from '../concat-bytes.ts';
import { encodeBase64 } from '../encode-base64.ts';
import { utf8 } from '../utf8.ts';
import { keyId } from './key-id.ts';
import { NoteError } from './note-error.ts';
import type { NoteSigner } from './note-signer.ts';
import { isNoteText } from './note-text.ts';

/**
 * Signs a text as a note: the text, an empty line, and a signature line for each signer.
 *
 * @param text not empty, ends in a newline, no control characters but newlines
 * @throws NoteError for another text, or without a signer
 * @see C2SP signed-note
 */
export function signNote(text: string, ...signers: readonly NoteSigner[]): string {
  if (!isNoteText(text))
    throw new NoteError('The text of a note ends in a newline and has no control characters.');
  if (signers.length === 0) throw new NoteError('A note is signed by at least one key.');
  const message = utf8(text);
  const lines = signers.map((signer) => {
    const signature = concatBytes([keyId(signer.name, signer.publicKey), signer.sign(message)]);
    return `— ${signer.name} ${encodeBase64(signature)}\n`;
  });
  return `${text}\n${lines.join('')}`;
}
