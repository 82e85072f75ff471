import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { BlobSource, PutResult } from './storage-types.ts';

function chunksOf(source: BlobSource): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if (source instanceof Uint8Array) return [source];
  if ('file' in source) return createReadStream(source.file, { highWaterMark: 1024 ** 2 });
  return source;
}

/** The source's chunks, and what they come to once all are read. */
export function measured(source: BlobSource): { chunks: AsyncGenerator<Uint8Array>; result(): PutResult } {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* read(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunksOf(source)) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      yield chunk;
    }
  }
  return { chunks: read(), result: () => ({ sha256: hash.digest('hex'), bytes }) };
}

/** Regroups chunks into blocks of `size` bytes; only the last is shorter, and none is empty. */
export async function* blocksOf(chunks: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of chunks) {
    let rest = chunk;
    while (held + rest.byteLength >= size) {
      const cut = size - held;
      yield Buffer.concat([...parts, rest.subarray(0, cut)]);
      rest = rest.subarray(cut);
      parts = [];
      held = 0;
    }
    if (rest.byteLength > 0) parts.push(rest);
    held += rest.byteLength;
  }
  if (held > 0) yield Buffer.concat(parts);
}
