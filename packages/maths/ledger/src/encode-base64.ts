import { BASE64_ALPHABET } from './base64-alphabet.ts';

/** Standard padded base64 (RFC 4648 section 4) of some bytes. */
export function encodeBase64(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] ?? 0;
    const b = bytes[i + 1] ?? 0;
    const c = bytes[i + 2] ?? 0;
    out += BASE64_ALPHABET.charAt(a >> 2) + BASE64_ALPHABET.charAt(((a & 3) << 4) | (b >> 4));
    out += i + 1 < bytes.length ? BASE64_ALPHABET.charAt(((b & 15) << 2) | (c >> 6)) : '=';
    out += i + 2 < bytes.length ? BASE64_ALPHABET.charAt(c & 63) : '=';
  }
  return out;
}
