import { createHmac, timingSafeEqual } from 'node:crypto';
import { checkedKey } from './blob-key.ts';
import type { SignedUrlCheck } from './storage-types.ts';

/** Where the web app serves blobs of a folder. */
const PATH = '/api/blobs/';
const LONGEST_S = 7 * 86_400;

export function checkedExpiry(seconds: number): number {
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > LONGEST_S) {
    throw new RangeError(`A signed address lasts 1 to ${LONGEST_S} whole seconds, not ${seconds}.`);
  }
  return seconds;
}

function signature(secret: string, key: string, expires: string, fileName: string | null): Buffer {
  // JSON keeps the fields apart: no two triples have the same text
  return createHmac('sha256', secret)
    .update(JSON.stringify(['assay-blob-1', key, expires, fileName]))
    .digest();
}

/** `/api/blobs/<key>?expires=<seconds since 1970>[&name=<file name>]&signature=<HMAC-SHA256, base64url>` */
export function signAddress(secret: string, key: string, expiresAt: number, fileName: string | null): string {
  const expires = String(expiresAt);
  const query = new URLSearchParams({ expires });
  if (fileName !== null) query.set('name', fileName);
  query.set('signature', signature(secret, key, expires, fileName).toString('base64url'));
  return `${PATH}${key}?${query}`;
}

/** The signature is checked before the time, so that `expired` is only said of what was once valid. */
export function checkAddress(secret: string, address: string, nowMs: number): SignedUrlCheck {
  const forged: SignedUrlCheck = { valid: false, reason: 'forged' };
  const base = 'http://localhost';
  if (!URL.canParse(address, base)) return forged;
  const { pathname, searchParams } = new URL(address, base);
  const expires = searchParams.get('expires');
  const given = searchParams.get('signature');
  if (!pathname.startsWith(PATH) || expires === null || given === null) return forged;
  const key = pathname.slice(PATH.length);
  const fileName = searchParams.get('name');
  const expected = signature(secret, key, expires, fileName);
  const actual = Buffer.from(given, 'base64url');
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return forged;
  if (nowMs >= Number(expires) * 1000) return { valid: false, reason: 'expired' };
  return { valid: true, key: checkedKey(key), fileName };
}
