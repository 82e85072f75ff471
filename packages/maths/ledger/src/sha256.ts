import { sha256 as noble } from '@noble/hashes/sha2.js';

/**
 * SHA-256 (FIPS 180-4) of some bytes, as 32 bytes. The functions of this package take one as their last
 * argument, so that a server can pass its native implementation; it must neither keep nor change its input.
 */
export type Sha256 = (data: Uint8Array) => Uint8Array;

/** A running SHA-256 over bytes that come in pieces; `digest` ends it. */
export interface RunningSha256 {
  update(data: Uint8Array): unknown;
  digest(): Uint8Array;
}

/** SHA-256 that runs the same in Node and in a browser. */
export const sha256: Sha256 = (data) => noble(data);

/** Begins a running SHA-256 that runs the same in Node and in a browser. */
export const startSha256 = (): RunningSha256 => noble.create();
