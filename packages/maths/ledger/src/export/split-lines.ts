import { concatBytes } from '../concat-bytes.ts';
import { utf8 } from '../utf8.ts';

/** One line of a file, or the beginning of one that is too long to keep. */
export interface RawLine {
  /** Without its newline; empty when `tooLong`. */
  readonly bytes: Uint8Array;
  /** Whether a newline ended it: false only at the end of the file. */
  readonly ended: boolean;
  readonly tooLong: boolean;
}

/** What the splitter tells about the bytes that it passes. */
export interface SplitOptions {
  readonly maxLineBytes: number;
  /** Called with each piece of the file, newlines included, before the line that it ends is given. */
  readonly onBytes: (piece: Uint8Array) => void;
}

const NEWLINE = 10;

/**
 * Splits a stream at newlines. Chunks may break anywhere, also inside a character; text chunks are taken as
 * UTF-8. Holds at most one line of `maxLineBytes`.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array | string>,
  { maxLineBytes, onBytes }: SplitOptions,
): AsyncGenerator<RawLine, void, undefined> {
  let held: Uint8Array[] = [];
  let length = 0;
  const take = (ended: boolean): RawLine => {
    const tooLong = length > maxLineBytes;
    const bytes = tooLong ? new Uint8Array(0) : concatBytes(held);
    held = [];
    length = 0;
    return { bytes, ended, tooLong };
  };
  for await (const chunk of encoded(chunks)) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); from < chunk.length; at = chunk.indexOf(NEWLINE, from)) {
      const to = at < 0 ? chunk.length : at;
      length += to - from;
      if (length > maxLineBytes) held = [];
      else held.push(chunk.subarray(from, to));
      onBytes(chunk.subarray(from, at < 0 ? to : at + 1));
      from = at < 0 ? to : at + 1;
      if (at >= 0) yield take(true);
    }
  }
  if (length > 0) yield take(false);
}

/** Text chunks as bytes; a surrogate pair that two chunks share is put together first. */
async function* encoded(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  let high = '';
  for await (const chunk of chunks) {
    if (typeof chunk !== 'string') {
      yield chunk;
      continue;
    }
    const text = high + chunk;
    high = /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : '';
    yield utf8(high === '' ? text : text.slice(0, -1));
  }
  if (high !== '') yield utf8(high);
}
