import type { TextEncoding } from '@assay/contracts';

/** Code points of bytes 0x80 to 0x9F, as the WHATWG Encoding Standard has them. */
const HIGH = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,
  0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0x9d, 0x017e, 0x0178,
];
const MAPPED = HIGH.map((code) => String.fromCharCode(code));

/** windows-1252. Node 20's TextDecoder reads it as ISO 8859-1 and loses the euro sign and curly quotes. */
export const windows1252 = {
  decode(bytes?: Uint8Array, _options?: { stream: boolean }): string {
    if (bytes === undefined) return '';
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    return text.replace(
      /[\u0080-\u009f]/g,
      (character) => MAPPED[character.charCodeAt(0) - 0x80] ?? character,
    );
  },
};

/** Decodes a file's first bytes; a character cut at their end is left out. `mixed` is read as UTF-8. */
export function decodeSample(head: Uint8Array, encoding: TextEncoding): string {
  if (encoding === 'windows-1252') return windows1252.decode(head);
  return new TextDecoder(encoding === 'mixed' ? 'utf-8' : encoding).decode(head, { stream: true });
}
