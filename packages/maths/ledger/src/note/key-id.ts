import { concatBytes } from '../concat-bytes.ts';
import { sha256 } from '../sha256.ts';
import { utf8 } from '../utf8.ts';

/** The signature type of plain Ed25519 in signed notes. */
export const ED25519_TYPE = 1;

/**
 * The key id that tells keys of the same name apart: the first 4 bytes of
 * SHA-256(name || "\n" || 0x01 || public key).
 *
 * @param publicKey Ed25519 public key, 32 bytes
 * @see C2SP signed-note, "Signatures"
 */
export function keyId(name: string, publicKey: Uint8Array): Uint8Array {
  return sha256(concatBytes([utf8(`${name}\n`), Uint8Array.of(ED25519_TYPE), publicKey])).slice(0, 4);
}
