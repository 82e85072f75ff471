import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { createPictureReader } from './index.ts';
import { colours, rgb } from './testing/make-pictures.ts';
import { pictureFolder } from './testing/picture-folder.ts';

const folder = pictureFolder();
afterAll(() => folder.remove());

let count = 0;
/** A file and a folder of its own to read it in. */
async function request(content: Uint8Array): Promise<{ file: string; workDir: string }> {
  count += 1;
  const workDir = join(folder.path, `reader-${count}`);
  await mkdir(workDir);
  const file = join(folder.path, `reader-${count}.png`);
  await writeFile(file, content);
  return { file, workDir };
}

/** Waits until something is so, without a time of its own: the test's is the limit. */
async function until(is: () => boolean): Promise<void> {
  while (!is()) await new Promise((resolve) => setImmediate(resolve));
}

const small = () => rgb(colours(30, 20), 30, 20).png().toBuffer();
/** Takes about a second, so that something can happen meanwhile. */
const large = () => rgb(colours(5_000, 4_000), 5_000, 4_000).png({ compressionLevel: 1 }).toBuffer();

test('pictures are read one after another in one process', async () => {
  const reader = createPictureReader();
  try {
    expect(reader.pid).toBeNull();
    const [one, other] = await Promise.all([
      reader.read(await request(await small())),
      reader.read(await request(Buffer.alloc(0))),
    ]);
    const { pid } = reader;
    expect(one).toMatchObject({ ok: true, facts: { width: 30, height: 20 } });
    expect(other).toMatchObject({ ok: false, code: 'empty' });
    expect(pid).not.toBe(process.pid);
    await reader.read(await request(await small()));
    expect(reader.pid).toBe(pid);
  } finally {
    await reader.close();
  }
  expect(reader.pid).toBeNull();
});

test('a process that dies over a picture is followed by another, which reads it', async () => {
  const reader = createPictureReader();
  try {
    const asked = await request(await large());
    const reading = reader.read(asked);
    await until(() => existsSync(join(asked.workDir, 'decoded.v')));
    const first = reader.pid!;
    process.kill(first, 'SIGKILL');
    expect(await reading).toMatchObject({ ok: true });
    expect(reader.pid).not.toBe(first);
  } finally {
    await reader.close();
  }
});

test('a picture over which it dies twice is refused, and the next one is read', async () => {
  const reader = createPictureReader();
  try {
    const asked = await request(await large());
    const decoded = join(asked.workDir, 'decoded.v');
    const reading = reader.read(asked);
    const next = reader.read(await request(await small()));
    await until(() => existsSync(decoded));
    const first = reader.pid!;
    process.kill(first, 'SIGSEGV');
    await until(() => reader.pid !== first);
    await rm(decoded, { force: true });
    await until(() => existsSync(decoded));
    process.kill(reader.pid!, 'SIGSEGV');
    expect(await reading).toMatchObject({ ok: false, code: 'decoder-crashed' });
    expect(await next).toMatchObject({ ok: true, facts: { width: 30 } });
  } finally {
    await reader.close();
  }
});

test('a picture that takes too long is given up, and the next one is read', async () => {
  const reader = createPictureReader({ patienceMs: 1 });
  try {
    expect(await reader.read(await request(await large()))).toMatchObject({
      ok: false,
      code: 'took-too-long',
    });
    expect(reader.pid).toBeNull();
  } finally {
    await reader.close();
  }
});

test('a stop ends the reading with its reason, before and in the middle', async () => {
  const reader = createPictureReader();
  try {
    const before = AbortSignal.abort(new Error('not at all'));
    await expect(reader.read({ ...(await request(await small())), signal: before })).rejects.toThrow(
      'not at all',
    );
    const stop = new AbortController();
    const asked = await request(await large());
    const reading = reader.read({ ...asked, signal: stop.signal });
    const next = reader.read(await request(await small()));
    await until(() => existsSync(join(asked.workDir, 'decoded.v')));
    stop.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
    expect(await next).toMatchObject({ ok: true });
  } finally {
    await reader.close();
  }
});

test('closing gives up what is being read', async () => {
  const reader = createPictureReader();
  const reading = reader.read(await request(await large()));
  const given = expect(reading).rejects.toThrow('closed');
  await reader.close();
  await given;
  await expect(reader.read(await request(await small()))).rejects.toThrow('closed');
});

test('what is not the fault of the file is thrown', async () => {
  const reader = createPictureReader();
  try {
    const asked = await request(await small());
    await expect(reader.read({ ...asked, file: join(folder.path, 'nowhere') })).rejects.toThrow('ENOENT');
    await expect(reader.read({ ...asked, workDir: join(folder.path, 'nowhere') })).rejects.toThrow();
  } finally {
    await reader.close();
  }
});

test.each(['closed', 'left'])('a program that has nothing else to do ends, its reader %s', async (how) => {
  const { file, workDir } = await request(await small());
  const program = fileURLToPath(new URL('./testing/read-and-end.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--import', 'tsx', program],
    ...[file, workDir, how],
  ]);
  expect(stdout).toBe(`30 x 20, ${how}\n`);
});
