import { sha256 as portable, type Sha256 } from '../sha256.ts';

/**
 * The Merkle hash of a leaf: SHA-256(0x00 || data).
 *
 * @param data any bytes; in the ledger the 32-byte salted commitment
 * @returns 32 bytes
 * @see RFC 6962 section 2.1
 */
export function leafHash(data: Uint8Array, sha256: Sha256 = portable): Uint8Array {
  const input = new Uint8Array(1 + data.length);
  input.set(data, 1);
  return sha256(input);
}
