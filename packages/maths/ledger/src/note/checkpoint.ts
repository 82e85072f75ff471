import { decodeBase64 } from '../decode-base64.ts';
import { encodeBase64 } from '../encode-base64.ts';
import { HASH_LENGTH } from '../hash-length.ts';
import { NoteError } from './note-error.ts';
import { isNoteText } from './note-text.ts';

/** A tree head: how many entries the ledger has and the root over them. */
export interface Checkpoint {
  /** Which ledger: `assay/<organisation id>`. */
  readonly origin: string;
  /** Entries in the tree. */
  readonly size: number;
  /** Merkle root, 32 bytes. */
  readonly root: Uint8Array;
}

/**
 * The text of a checkpoint, to be signed with `signNote`: origin, size and base64 of the root, a line each.
 *
 * @throws NoteError for an empty or many-lined origin, a size that is not a whole number, or a root that is
 * not 32 bytes
 * @see C2SP tlog-checkpoint
 */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  if (origin === '' || origin.includes('\n')) throw new NoteError('An origin is one line and not empty.');
  if (!Number.isSafeInteger(size) || size < 0) throw new NoteError('The size is not a whole number.');
  if (root.length !== HASH_LENGTH) throw new NoteError('A root has 32 bytes.');
  return `${origin}\n${size}\n${encodeBase64(root)}\n`;
}

/**
 * Reads the text of a checkpoint. Extension lines are allowed and not read.
 *
 * @param text the signed text of a note, whose signature was verified before
 * @throws NoteError when it is malformed
 * @see C2SP tlog-checkpoint
 */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin, size, encoded, ...rest] = text.split('\n');
  const root = decodeBase64(encoded ?? '');
  const extensionsAreLines = rest.at(-1) === '' && rest.slice(0, -1).every((line) => line !== '');
  if (!isNoteText(text) || origin === undefined || origin === '' || !extensionsAreLines) {
    throw new NoteError('This is not a checkpoint.');
  }
  if (size === undefined || !/^(0|[1-9][0-9]{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) {
    throw new NoteError('The size of the checkpoint is not a whole number.');
  }
  if (root?.length !== HASH_LENGTH) throw new NoteError('The root of the checkpoint is not 32 bytes.');
  return { origin, size: Number(size), root };
}
