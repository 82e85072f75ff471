import { BASE64_ALPHABET } from './base64-alphabet.ts';

const DIGITS = new Int16Array(128).fill(-1);
for (let i = 0; i < 64; i += 1) DIGITS[BASE64_ALPHABET.charCodeAt(i)] = i;

/**
 * The bytes of standard padded base64 (RFC 4648 section 4), read strictly: each byte string has exactly one
 * text, so that a changed character is never overlooked.
 *
 * @returns undefined for a foreign character, wrong length or padding, or unused bits that are not zero
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const digits = text.length - padding;
  const out = new Uint8Array((text.length / 4) * 3 - padding);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < digits; i += 1) {
    const digit = DIGITS[text.charCodeAt(i)] ?? -1;
    if (digit < 0) return undefined;
    bits = ((bits << 6) | digit) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      out[at] = (bits >> held) & 255;
      at += 1;
    }
  }
  return (bits & ((1 << held) - 1)) === 0 ? out : undefined;
}
