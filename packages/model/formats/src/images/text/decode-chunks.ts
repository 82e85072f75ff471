/** The text of UTF-8 bytes that come in pieces. A mark of the byte order is taken off; bytes that are none become U+FFFD. */
export async function* decodeChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** All of a text of at most so many characters; undefined for a longer one. */
export async function textOf(chunks: AsyncIterable<Uint8Array>, most: number): Promise<string | undefined> {
  let text = '';
  for await (const part of decodeChunks(chunks)) {
    text += part;
    if (text.length > most) return undefined;
  }
  return text;
}
