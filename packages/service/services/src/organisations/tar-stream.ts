const BLOCK = 512;
const OCTAL_LIMIT = 8 ** 11;

export type TarEntry = { path: string; bytes: number; modifiedAt: Date; content: AsyncIterable<Uint8Array> };

/**
 * A POSIX tar archive (IEEE Std 1003.1, pax interchange format) of the entries, in bounded memory. Paths over 100
 * bytes and sizes of 8 GiB and more travel in extended headers. Throws RangeError when a content is not as long as
 * its entry says, since what follows could not be read.
 */
export async function* tarStream(entries: AsyncIterable<TarEntry>): AsyncGenerator<Uint8Array> {
  for await (const entry of entries) {
    yield* header(entry);
    let written = 0;
    for await (const chunk of entry.content) {
      written += chunk.length;
      if (written > entry.bytes) break;
      yield chunk;
    }
    if (written !== entry.bytes) {
      throw new RangeError(`${entry.path} has ${written} bytes or more where ${entry.bytes} were announced.`);
    }
    yield padding(entry.bytes);
  }
  yield new Uint8Array(2 * BLOCK);
}

function padding(bytes: number): Uint8Array {
  return new Uint8Array((BLOCK - (bytes % BLOCK)) % BLOCK);
}

function* header({ path, bytes, modifiedAt }: TarEntry): Generator<Uint8Array> {
  const mtime = Math.floor(modifiedAt.getTime() / 1000);
  const long = Buffer.byteLength(path) > 100;
  const records = [
    ...(long ? [record('path', path)] : []),
    ...(bytes >= OCTAL_LIMIT ? [record('size', String(bytes))] : []),
  ].join('');
  if (records !== '') {
    const content = Buffer.from(records);
    yield block('pax-header', content.length, mtime, 'x');
    yield content;
    yield padding(content.length);
  }
  const short = Buffer.from(path).subarray(0, 100).toString('latin1');
  yield block(short, bytes >= OCTAL_LIMIT ? 0 : bytes, mtime, '0');
}

/** A record of an extended header states its own length, the digits of the length included. */
function record(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const size = Buffer.byteLength(rest);
  let length = size + String(size).length;
  if (size + String(length).length !== length) length += 1;
  return `${length}${rest}`;
}

function block(name: string, bytes: number, mtime: number, type: '0' | 'x'): Uint8Array {
  const out = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, width: number) =>
    out.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at, 'latin1');
  out.write(name, 0, 100, 'latin1');
  octal(0o644, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(bytes, 124, 12);
  octal(mtime, 136, 12);
  out.fill(' ', 148, 156);
  out.write(type, 156, 'latin1');
  out.write('ustar\u000000', 257, 'latin1');
  out.write(
    `${out
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
    'latin1',
  );
  return out;
}
