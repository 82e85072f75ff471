const FULL = 1 << 16;

/** Text that is written piece by piece, given as bytes of UTF-8 in chunks of about 64 KiB. */
export async function* textChunks(
  pieces: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let held = '';
  for await (const piece of pieces) {
    held += piece;
    if (held.length < FULL) continue;
    yield encoder.encode(held);
    held = '';
  }
  if (held !== '') yield encoder.encode(held);
}
