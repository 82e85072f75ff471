import { concatBytes } from './concat-bytes.ts';
import { HASH_LENGTH } from './hash-length.ts';
import { sha256 as portable, type Sha256 } from './sha256.ts';
import { utf8 } from './utf8.ts';

/**
 * The salted commitment to an event: SHA-256(salt || UTF-8 of the canonical payload). The ledger's leaf is
 * the hash of this commitment, so that payload and salt can be destroyed and every proof still verifies;
 * without the salt nobody can test a guess of the payload against it.
 *
 * @param salt 32 bytes, drawn anew for each event from a cryptographic source
 * @param canonicalPayload canonical JSON (RFC 8785)
 * @returns 32 bytes
 * @throws RangeError when the salt is not 32 bytes
 */
export function commit(salt: Uint8Array, canonicalPayload: string, sha256: Sha256 = portable): Uint8Array {
  if (salt.length !== HASH_LENGTH) throw new RangeError(`A salt has 32 bytes, not ${salt.length}.`);
  return sha256(concatBytes([salt, utf8(canonicalPayload)]));
}
