import { sha256 as portable, type Sha256 } from '../sha256.ts';

/** The root of a tree without leaves: SHA-256 of the empty string (RFC 6962 section 2.1). 32 bytes. */
export const emptyRoot = (sha256: Sha256 = portable): Uint8Array => sha256(new Uint8Array(0));
