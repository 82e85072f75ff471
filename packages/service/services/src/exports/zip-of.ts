import { downloadZip } from 'client-zip';

/** The most files that the end of an ordinary archive can count. */
const MOST_COUNTED = 0xffff;
const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const WIDE_END_BYTES = 56;

/**
 * A ZIP archive of these files, byte by byte. Beyond 65,535 of them its end says so in 64 bits too (APPNOTE 6.3.10,
 * 4.3.14 to 4.3.16), which the writer does for large archives alone: readers would find no more than 65,535.
 */
export async function* zipOf(entries: Parameters<typeof downloadZip>[0]): AsyncGenerator<Uint8Array> {
  let files = 0;
  async function* counted() {
    for await (const entry of entries) {
      files += 1;
      yield entry;
    }
  }
  const { body } = downloadZip(counted());
  if (body === null) throw new Error('The archive has no content.');
  // The last bytes are held back: what may have to come before the end is known at the end.
  let held = Buffer.alloc(0);
  let bytes = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    held = Buffer.concat([held, chunk]);
    const free = held.length - END_BYTES - LOCATOR_BYTES;
    if (free <= 0) continue;
    yield held.subarray(0, free);
    held = held.subarray(free);
  }
  const end = held.subarray(-END_BYTES);
  const before = held.subarray(0, -END_BYTES);
  const isWide =
    before.length >= LOCATOR_BYTES && before.readUInt32LE(before.length - LOCATOR_BYTES) === 0x07064b50;
  yield before;
  if (files >= MOST_COUNTED && !isWide) yield wideEnd(end, files, bytes - END_BYTES);
  yield end;
}

/** The end of an archive in 64 bits, and where it is. */
function wideEnd(end: Buffer, files: number, at: number): Uint8Array {
  const wide = Buffer.alloc(WIDE_END_BYTES + LOCATOR_BYTES);
  wide.writeUInt32LE(0x06064b50, 0);
  wide.writeBigUInt64LE(BigInt(WIDE_END_BYTES - 12), 4);
  wide.writeUInt16LE(45, 12);
  wide.writeUInt16LE(45, 14);
  wide.writeBigUInt64LE(BigInt(files), 24);
  wide.writeBigUInt64LE(BigInt(files), 32);
  wide.writeBigUInt64LE(BigInt(end.readUInt32LE(12)), 40);
  wide.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48);
  wide.writeUInt32LE(0x07064b50, WIDE_END_BYTES);
  wide.writeBigUInt64LE(BigInt(at), WIDE_END_BYTES + 8);
  wide.writeUInt32LE(1, WIDE_END_BYTES + 16);
  return wide;
}
