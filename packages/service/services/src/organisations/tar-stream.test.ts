import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type TarEntry, tarStream } from './tar-stream.ts';

async function* one(bytes: Uint8Array) {
  yield bytes;
}

const entry = (path: string, content: Buffer, bytes = content.length): TarEntry => ({
  path,
  bytes,
  modifiedAt: new Date('2026-01-02T03:04:05Z'),
  content: one(content),
});

async function* list(...entries: TarEntry[]) {
  yield* entries;
}

async function whole(entries: AsyncIterable<TarEntry>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of tarStream(entries)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test('an archive is read by tar: empty, unaligned and long-named files alike', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-tar-'));
  try {
    const deep = `blobs/${'x'.repeat(90)}/${'y'.repeat(90)}/é.bin`;
    const files = {
      'empty.jsonl': Buffer.alloc(0),
      'block.bin': Buffer.alloc(512, 7),
      'text.txt': Buffer.from('one line\n'),
      [deep]: Buffer.from([0, 255, 10, 13]),
    };
    const archive = await whole(
      list(...Object.entries(files).map(([path, content]) => entry(path, content))),
    );
    expect(archive.length % 512).toBe(0);
    writeFileSync(join(folder, 'a.tar'), archive);
    execFileSync('tar', ['-xf', 'a.tar'], { cwd: folder });
    for (const [path, content] of Object.entries(files)) {
      expect([path, readFileSync(join(folder, path))]).toEqual([path, content]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a file of another length than announced is refused, shorter or longer', async () => {
  await expect(whole(list(entry('a', Buffer.from('abc'), 4)))).rejects.toThrow(RangeError);
  await expect(whole(list(entry('a', Buffer.from('abc'), 2)))).rejects.toThrow(RangeError);
});

test('a size beyond eleven octal digits travels in an extended header', async () => {
  const stream = tarStream(list(entry('big', Buffer.alloc(0), 8 ** 11)));
  const chunks: string[] = [];
  await expect(async () => {
    for await (const chunk of stream) chunks.push(Buffer.from(chunk).toString('latin1'));
  }).rejects.toThrow(RangeError);
  expect(chunks.join('')).toContain('19 size=8589934592\n');
});
