import { hash } from 'node:crypto';

/** The namespace that was asked for last, with room for a name behind it: keys are asked for a run at a time. */
let namespace = '';
const NAMESPACE_BYTES = 16;
const MOST_BYTES = 64;
const bytes = Buffer.alloc(MOST_BYTES);
const VARIANT = ['8', '9', 'a', 'b'] as const;

/** Version 5 of RFC 9562: SHA-1 of a namespace, which is a UUID, and a name in ASCII. */
function uuidV5(space: string, name: string): string {
  if (space !== namespace) {
    bytes.write(space.replaceAll('-', ''), 'hex');
    namespace = space;
  }
  const end = NAMESPACE_BYTES + bytes.write(name, NAMESPACE_BYTES, 'latin1');
  const hex = hash('sha1', bytes.subarray(0, end), 'hex');
  const variant = VARIANT[Number.parseInt(hex.charAt(16), 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The key of a control item of a batch: of its own, so that it is never taken for the row that it was made of. */
export function controlSampleKey(batchId: string, item: number): string {
  return uuidV5(batchId, `control:${item}`);
}

/** The stable key of a row of a run: the same however often and by whatever batch it is labelled. */
export function rowSampleKey(runId: string, row: number): string {
  return uuidV5(runId, `row:${row}`);
}
