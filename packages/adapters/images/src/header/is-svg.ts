import { constants, gunzipSync } from 'node:zlib';

const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);
/** So many packed bytes are looked into, which unpack to 4 MB at most. */
const PACKED = 4_096;

/** Whether the file begins as an SVG: as text of any of its encodings, or packed by gzip. Never asks a decoder. */
export function isSvg(start: Buffer): boolean {
  return looksLikeSvg(start) || (isGzip(start) && looksLikeSvg(unpackStart(start)));
}

export const isGzip = (start: Buffer): boolean => start.subarray(0, 3).equals(GZIP);

function unpackStart(start: Buffer): Buffer {
  try {
    return gunzipSync(start.subarray(0, PACKED), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return Buffer.alloc(0);
  }
}

/** A mark-up document whose first element, whatever its prefix, is `svg`, or that holds one soon. */
function looksLikeSvg(start: Buffer): boolean {
  const text = decode(start)
    .replace(/^\uFEFF/, '')
    .trimStart();
  return text.startsWith('<') && /<([\w.-]+:)?svg[\s>/]/i.test(text);
}

function decode(start: Buffer): string {
  const wide = start[0] === 0xff && start[1] === 0xfe;
  const wideSwapped = start[0] === 0xfe && start[1] === 0xff;
  const bare = start[0] === 0x3c && start[1] === 0;
  if (wide || bare) return start.toString('utf16le');
  if (wideSwapped || (start[0] === 0 && start[1] === 0x3c)) {
    return Buffer.from(start.subarray(0, start.length & ~1))
      .swap16()
      .toString('utf16le');
  }
  return start.toString('utf8');
}
