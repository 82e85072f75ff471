import { bytesEqual } from '../bytes-equal.ts';
import { verifyNote } from '../note/verify-note.ts';
import { parseSealText, type Seal } from './seal-text.ts';
import type { VerifyContext } from './verify-context.ts';

/**
 * Checks the seal: signed by the key alone, and over exactly the bytes before it.
 *
 * @param digest SHA-256 of all bytes before the seal's line
 * @returns the seal when its signature is good, also where its digest does not match
 */
export function checkSeal(
  { key, problems }: VerifyContext,
  note: string,
  digest: Uint8Array,
  line: number,
): Seal | undefined {
  const opened = verifyNote(note, key);
  const seal = opened.ok && opened.signatures === 1 ? parseSealText(opened.text) : undefined;
  if (seal === undefined || seal.origin !== key.name) {
    problems.add('seal-not-signed', { line }, 'The seal was changed or is not signed by this key.');
    return undefined;
  }
  if (!bytesEqual(seal.digest, digest)) {
    const message = 'The file was changed after it was sealed: its bytes are not those that were signed.';
    problems.add('seal-mismatch', { line }, message);
  }
  return seal;
}
