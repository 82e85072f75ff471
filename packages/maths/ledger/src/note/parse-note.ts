import { decodeBase64 } from '../decode-base64.ts';
import { requireKeyName } from './key-name.ts';
import { NoteError } from './note-error.ts';
import { isNoteText } from './note-text.ts';

/** One signature of a note, not verified. */
export interface NoteSignature {
  readonly name: string;
  /** Key id, 4 bytes. */
  readonly id: Uint8Array;
  /** What follows the key id; for Ed25519 64 bytes. */
  readonly signature: Uint8Array;
}

/** A note taken apart, not verified. */
export interface ParsedNote {
  /** The signed text, with its last newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Bounds the work that a hostile note can ask for. */
const MAX_SIGNATURES = 100;
const MAX_LENGTH = 1_000_000;
const SIGNATURE_LINE = /^— ([^ ]+) ([A-Za-z0-9+/=]+)$/;

/**
 * Takes a signed note apart without verifying it.
 *
 * @throws NoteError when it is malformed, has no signature, or more than 100
 * @see C2SP signed-note, "Format"
 */
export function parseNote(note: string): ParsedNote {
  const blank = note.lastIndexOf('\n\n');
  if (blank < 0 || note.length > MAX_LENGTH || !isNoteText(note)) {
    throw new NoteError('This is not a signed note.');
  }
  const text = note.slice(0, blank + 1);
  const lines = note.slice(blank + 2).split('\n');
  lines.pop();
  if (lines.length === 0 || lines.length > MAX_SIGNATURES) {
    throw new NoteError(`A signed note has 1 to ${MAX_SIGNATURES} signatures.`);
  }
  return { text, signatures: lines.map(parseSignature) };
}

function parseSignature(line: string): NoteSignature {
  const [, name, encoded] = SIGNATURE_LINE.exec(line) ?? [];
  const bytes = encoded === undefined ? undefined : decodeBase64(encoded);
  if (name === undefined || bytes === undefined || bytes.length < 5) {
    throw new NoteError('A signature line of the note is malformed.');
  }
  requireKeyName(name);
  return { name, id: bytes.slice(0, 4), signature: bytes.slice(4) };
}
