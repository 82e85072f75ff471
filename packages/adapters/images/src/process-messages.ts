import type { PictureResult } from './picture.ts';
import type { ReadRequest } from './read-picture.ts';

/** What the decoding process is asked. */
export type Ask = { threads: number; request: ReadRequest };

/** What it says: once that it is there, then one answer to each question. */
export type Answer =
  | { kind: 'ready' }
  | { kind: 'read'; result: PictureResult }
  | { kind: 'failed'; error: { message: string; stack: string | null } };
