import { createHash } from 'node:crypto';

/** Version 5 of RFC 9562: SHA-1 of a namespace, which is a UUID, and a name. */
function uuidV5(namespace: string, name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The stable key of a row of a run: the same however often and by whatever batch it is labelled. */
export function rowSampleKey(runId: string, row: number): string {
  return uuidV5(runId, `row:${row}`);
}
