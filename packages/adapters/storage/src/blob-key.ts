import { InvalidKeyError } from './storage-errors.ts';
import type { ByteRange } from './storage-types.ts';

/** No separators, no control characters, and no leading dot, so that no segment can mean another folder. */
const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/;

/**
 * The key of a blob: `<region>/<orgId>/<kind>/<id>`. Each part has 1 to 128 letters, digits, `.`, `_` or `-`, and
 * does not begin with a dot. Throws `InvalidKeyError`.
 */
export function blobKey(parts: { region: string; orgId: string; kind: string; id: string }): string {
  return checkedKey([parts.region, parts.orgId, parts.kind, parts.id].join('/'));
}

/** The key itself if `blobKey` could have made it. */
export function checkedKey(key: string): string {
  const segments = key.split('/');
  if (segments.length !== 4 || !segments.every((segment) => SEGMENT.test(segment))) {
    throw new InvalidKeyError(`Not a blob key: ${JSON.stringify(key)}`);
  }
  return key;
}

/** The prefix itself if it is empty or up to three whole segments, each with its `/`. */
export function checkedPrefix(prefix: string): string {
  const segments = prefix.split('/');
  const last = segments.pop();
  if (last !== '' || segments.length > 3 || !segments.every((segment) => SEGMENT.test(segment))) {
    throw new InvalidKeyError(`Not a prefix of blob keys: ${JSON.stringify(prefix)}`);
  }
  return prefix;
}

export function checkedLimit(limit: number): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    throw new RangeError(`A page holds 1 to 1,000 blobs, not ${limit}.`);
  }
  return limit;
}

export function checkedRange(range: ByteRange = { offset: 0 }): ByteRange {
  const { offset, length = 0 } = range;
  if (!Number.isSafeInteger(offset) || offset < 0 || !Number.isSafeInteger(length) || length < 0) {
    throw new RangeError(`Not a range of bytes: offset ${offset}, length ${length}.`);
  }
  return range;
}
