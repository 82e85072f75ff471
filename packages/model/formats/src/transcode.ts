import { isUtf8 } from 'node:buffer';
import type { TextEncoding } from '@assay/contracts';
import { windows1252 } from './windows-1252.ts';

/**
 * Turns chunks of any supported encoding into valid UTF-8 without a byte-order mark.
 *
 * `utf-8` and `mixed` are read alike: lines that are not valid UTF-8 are read as windows-1252, counted, and the
 * first is named. In other encodings, bytes without a meaning become U+FFFD and are counted.
 */
export type Transcoder = {
  push: (chunk: Uint8Array) => Uint8Array;
  end: () => Uint8Array;
  /** Lines read as windows-1252 inside a UTF-8 file. */
  affectedLines: () => number;
  firstAffectedLine: () => number | null;
  /** Characters that became U+FFFD. */
  undecodable: () => number;
};

/** A line without end is passed on in pieces of this size, so that it cannot exhaust the memory. */
const LONGEST_HELD = 32 * 1024 * 1024;

export function createTranscoder(encoding: TextEncoding): Transcoder {
  return encoding === 'utf-8' || encoding === 'mixed' ? utf8Transcoder() : decodingTranscoder(encoding);
}

function decodingTranscoder(encoding: Exclude<TextEncoding, 'utf-8' | 'mixed'>): Transcoder {
  const decoder = encoding === 'windows-1252' ? windows1252 : new TextDecoder(encoding);
  const encoder = new TextEncoder();
  let undecodable = 0;
  const encode = (text: string): Uint8Array => {
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) undecodable++;
    return encoder.encode(text);
  };
  return {
    push: (chunk) => encode(decoder.decode(chunk, { stream: true })),
    end: () => encode(decoder.decode()),
    affectedLines: () => 0,
    firstAffectedLine: () => null,
    undecodable: () => undecodable,
  };
}

/** Counts physical line ends (LF, CRLF, lone CR) of whole lines. */
function countLines(bytes: Uint8Array, from: number, to: number): number {
  let lines = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] as number;
    if (byte === 10 || (byte === 13 && bytes[i + 1] !== 10)) lines++;
  }
  return lines;
}

function utf8Transcoder(): Transcoder {
  const encoder = new TextEncoder();
  let held: Uint8Array = new Uint8Array(0);
  let begun = false;
  let line = 1;
  let affected = 0;
  let firstAffected: number | null = null;

  const mend = (bytes: Uint8Array): Uint8Array => {
    const parts: Uint8Array[] = [];
    let clean = 0;
    let start = 0;
    while (start < bytes.length) {
      let end = start;
      while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
      if (end < bytes.length) end += bytes[end] === 13 && bytes[end + 1] === 10 ? 2 : 1;
      const text = bytes.subarray(start, end);
      if (!isUtf8(text)) {
        parts.push(bytes.subarray(clean, start), encoder.encode(windows1252.decode(text)));
        clean = end;
        affected++;
        firstAffected ??= line;
      }
      line++;
      start = end;
    }
    parts.push(bytes.subarray(clean));
    return concat(parts);
  };

  const release = (bytes: Uint8Array): Uint8Array => {
    if (isUtf8(bytes)) {
      // Lines matter only until the first bad one is named.
      if (firstAffected === null) line += countLines(bytes, 0, bytes.length);
      return bytes;
    }
    return mend(bytes);
  };

  const withoutMark = (bytes: Uint8Array): Uint8Array => {
    if (begun) return bytes;
    begun = true;
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  };

  return {
    push(chunk) {
      const all = held.length === 0 ? chunk : concat([held, chunk]);
      if (!begun && all.length < 3) {
        held = all.slice();
        return new Uint8Array(0);
      }
      const bytes = withoutMark(all);
      // A final CR may belong to a CRLF, so only an LF or a CR with something behind it ends the block.
      let cut = Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13, bytes.length - 2)) + 1;
      if (cut === 0 && bytes.length > LONGEST_HELD) cut = bytes.length;
      held = bytes.slice(cut);
      return release(bytes.subarray(0, cut));
    },
    end() {
      const bytes = withoutMark(held);
      held = new Uint8Array(0);
      return release(bytes);
    },
    affectedLines: () => affected,
    firstAffectedLine: () => firstAffected,
    undecodable: () => 0,
  };
}

/** One array of all the parts. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
