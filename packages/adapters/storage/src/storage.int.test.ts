import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type S3Server, startS3, type TempDirectory, tempDirectory } from '@assay/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  BlobNotFoundError,
  blobKey,
  createStorage,
  ensureBucket,
  InvalidKeyError,
  type S3Config,
  type Storage,
} from './index.ts';

const MIB = 1024 ** 2;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}

function runChild(order: object, wrap: readonly string[] = []): ChildProcessByStdio<null, Readable, null> {
  const program = fileURLToPath(new URL('./storage.testchild.ts', import.meta.url));
  const words = [...wrap, process.execPath, '--import', 'tsx', program, JSON.stringify(order)];
  return spawn(words[0] ?? '', words.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] });
}

describe.each(['folder', 's3'] as const)('blobs in %s', (driver) => {
  let s3: S3Server | undefined;
  let temp: TempDirectory;
  let storage: Storage;
  let root: string;
  let now = 1_700_000_000_000;
  let count = 0;
  let orgId = '';
  const key = (id: string, kind = 'file'): string => blobKey({ region: 'local', orgId, kind, id });

  const s3Config = (server: S3Server, maxBytes: number): S3Config => ({
    driver: 's3',
    bucket: server.bucket,
    region: server.region,
    endpoint: server.endpoint,
    credentials: { accessKeyId: server.accessKeyId, secretAccessKey: server.secretAccessKey },
    cache: { folder: join(temp.path, 'cache'), maxBytes, keepMs: 0 },
  });
  const forChild = (): object =>
    s3 === undefined ? { driver, root, signingSecret: 'secret' } : s3Config(s3, 100 * MIB);

  beforeAll(async () => {
    if (driver === 's3') s3 = await startS3();
  });
  afterAll(async () => {
    await s3?.stop();
    temp.remove();
  });
  beforeEach(() => {
    temp?.remove();
    temp = tempDirectory();
    root = join(temp.path, 'store');
    count += 1;
    orgId = `org-${count}`;
    now = 1_700_000_000_000;
    storage = createStorage(
      s3 === undefined
        ? { driver: 'folder', root, signingSecret: 'secret', now: () => now }
        : s3Config(s3, 3 * MIB),
    );
  });

  test.each([0, 1, MIB, 8 * MIB - 1, 8 * MIB, 8 * MIB + 1, 17 * MIB])(
    '%i bytes come back as they were',
    async (size) => {
      const bytes = randomBytes(size);
      const put = await storage.put(key('a'), pieces(bytes, 700_001), { contentType: 'text/csv' });
      expect(put).toEqual({ sha256: sha256(bytes), bytes: size });
      expect(sha256(await collect(await storage.get(key('a'))))).toBe(put.sha256);
      expect(await storage.head(key('a'))).toMatchObject({ bytes: size, contentType: 'text/csv' });
      expect(sha256(await readFile(await storage.localPath(key('a'))))).toBe(put.sha256);
    },
  );

  test('bytes and files are sources too', async () => {
    const file = join(temp.path, 'source');
    writeFileSync(file, 'from a file');
    await storage.put(key('a'), Buffer.from('from bytes'));
    await storage.put(key('b'), { file });
    expect(String(await collect(await storage.get(key('a'))))).toBe('from bytes');
    expect(String(await collect(await storage.get(key('b'))))).toBe('from a file');
    expect(await storage.head(key('a'))).toMatchObject({ contentType: 'application/octet-stream' });
    expect(existsSync(file)).toBe(true);
  });

  test('a key that is put again has the new content and type only', async () => {
    await storage.put(key('a'), Buffer.from('a long first text'), { contentType: 'text/plain' });
    const first = await readFile(await storage.localPath(key('a')), 'utf8');
    await storage.put(key('a'), Buffer.from('short'));
    expect(first).toBe('a long first text');
    expect(String(await collect(await storage.get(key('a'))))).toBe('short');
    expect(await readFile(await storage.localPath(key('a')), 'utf8')).toBe('short');
    expect(await storage.head(key('a'))).toMatchObject({ bytes: 5, contentType: 'application/octet-stream' });
  });

  test('what is not there is not found; deleting it again is no error', async () => {
    await storage.put(key('a'), Buffer.from('x'));
    await storage.delete(key('a'));
    await storage.delete(key('a'));
    expect(await storage.head(key('a'))).toBeNull();
    for (const range of [undefined, { offset: 0, length: 0 }, { offset: 1 }]) {
      const options = range === undefined ? {} : { range };
      await expect(storage.get(key('a'), options)).rejects.toThrow(BlobNotFoundError);
    }
    await expect(storage.localPath(key('a'))).rejects.toThrow(BlobNotFoundError);
  });

  test.each([
    [{ offset: 0 }, '0123456789'],
    [{ offset: 3 }, '3456789'],
    [{ offset: 3, length: 4 }, '3456'],
    [{ offset: 9, length: 1 }, '9'],
    [{ offset: 5, length: 0 }, ''],
    [{ offset: 8, length: 50 }, '89'],
    [{ offset: 10 }, ''],
    [{ offset: 99, length: 1 }, ''],
  ])('the range %o', async (range, expected) => {
    await storage.put(key('a'), Buffer.from('0123456789'));
    expect(String(await collect(await storage.get(key('a'), { range })))).toBe(expected);
  });

  test.each([{ offset: -1 }, { offset: 1.5 }, { offset: 0, length: -1 }, { offset: Number.NaN }])(
    'the range %o is refused',
    async (range) => {
      await storage.put(key('a'), Buffer.from('0123456789'));
      await expect(storage.get(key('a'), { range })).rejects.toThrow(RangeError);
    },
  );

  test('a reader may leave early', async () => {
    await storage.put(key('a'), randomBytes(4 * MIB));
    for await (const chunk of await storage.get(key('a'))) {
      expect(chunk.byteLength).toBeGreaterThan(0);
      break;
    }
    await storage.delete(key('a'));
  });

  test('lists by prefix, in order, page by page', async () => {
    // s3rver, unlike S3, does not sort names of which one begins with the other
    const ids = driver === 's3' ? ['a1', 'a2', 'a3', 'b1', 'c1'] : ['a', 'a-b', 'a.b', 'b', 'c'];
    const kinds = driver === 's3' ? ['k-1', 'k-2', 'k.3'] : ['k', 'k-2', 'k.3'];
    for (const kind of kinds) for (const id of ids) await storage.put(key(id, kind), Buffer.from(id));
    const all = kinds.flatMap((kind) => ids.map((id) => key(id, kind))).sort();
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await storage.list(`local/${orgId}/`, { limit: 4, ...(cursor === '' ? {} : { cursor }) });
      expect(page.blobs.length).toBeLessThanOrEqual(4);
      seen.push(...page.blobs.map((blob) => blob.key));
      cursor = page.cursor;
    }
    expect(seen).toEqual(all);
    const some = await storage.list(`local/${orgId}/k-2/`);
    expect(some.blobs.map((blob) => [blob.key, blob.bytes])).toEqual(
      ids.map((id) => [key(id, 'k-2'), id.length]),
    );
    expect(some.cursor).toBeNull();
    expect(await storage.list('local/nobody/')).toEqual({ blobs: [], cursor: null });
  });

  const hostile = [
    '',
    '/etc/passwd',
    '../../../../etc/passwd',
    'local/org/file/..',
    'local/org/../x',
    'local/org/file/a/b',
    'local/org/file',
    'local//file/a',
    'local/org/file/a\0b',
    'local\\org\\file\\a',
    'local/org/file/%2e%2e',
    'local/org/file/a\n',
    'C:/x/y/z',
  ];
  test.each(hostile)('the key %j is refused everywhere', async (bad) => {
    await expect(storage.put(bad, Buffer.from('x'))).rejects.toThrow(InvalidKeyError);
    await expect(storage.get(bad)).rejects.toThrow(InvalidKeyError);
    await expect(storage.head(bad)).rejects.toThrow(InvalidKeyError);
    await expect(storage.delete(bad)).rejects.toThrow(InvalidKeyError);
    await expect(storage.localPath(bad)).rejects.toThrow(InvalidKeyError);
    await expect(storage.signedUrl(bad, { expiresInSeconds: 1 })).rejects.toThrow(InvalidKeyError);
    if (bad !== '') await expect(storage.list(bad)).rejects.toThrow(InvalidKeyError);
  });

  test('a source that fails leaves nothing, and what was there before', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield* pieces(randomBytes(20 * MIB), MIB);
      throw new Error('the client went away');
    }
    await expect(storage.put(key('a'), failing(), { contentType: 'text/csv' })).rejects.toThrow(
      'the client went away',
    );
    expect(await storage.head(key('a'))).toBeNull();
    await storage.put(key('a'), Buffer.from('before'), { contentType: 'text/plain' });
    await expect(storage.put(key('a'), failing(), { contentType: 'text/csv' })).rejects.toThrow(
      'the client went away',
    );
    expect(await storage.head(key('a'))).toMatchObject({ bytes: 6, contentType: 'text/plain' });
    if (s3 === undefined) expect(readdirSync(join(root, 'drafts'))).toEqual([]);
  });

  test('a writer that is killed in mid-put leaves no blob', async () => {
    const child = runChild({ config: forChild(), key: key('killed'), megabytes: 20, hang: true });
    const [said] = await once(child.stdout, 'data');
    expect(JSON.parse(String(said))).toEqual({ sent: 20 });
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    expect(await storage.head(key('killed'))).toBeNull();
    expect(await storage.list(`local/${orgId}/`)).toEqual({ blobs: [], cursor: null });
  });

  test('a long stream goes through in bounded memory', async () => {
    const megabytes = 200;
    const child = runChild({ config: forChild(), key: key('long'), megabytes, hang: false });
    const said = JSON.parse(String(await collect(child.stdout)));
    expect(said).toMatchObject({ put: { bytes: megabytes * MIB }, read: megabytes * MIB });
    console.info(`${driver}: ${megabytes} MB put and read, peak memory grew by ${said.grewMegabytes} MB`);
    expect(said.grewMegabytes).toBeLessThan(megabytes / 2);
  });

  test('a signed address lasts a whole number of seconds, up to seven days', async () => {
    for (const expiresInSeconds of [0, -1, 1.5, 604_801, Number.NaN]) {
      await expect(storage.signedUrl(key('a'), { expiresInSeconds })).rejects.toThrow(RangeError);
    }
  });

  test('answers a ping', async () => {
    await expect(storage.ping()).resolves.toBeUndefined();
  });

  if (driver === 'folder') {
    test('a signed address holds until it expires', async () => {
      const url = await storage.signedUrl(key('a'), { expiresInSeconds: 60, fileName: 'Größe & co.csv' });
      const valid = { valid: true, key: key('a'), fileName: 'Größe & co.csv' };
      expect(storage.verifySignedUrl(url)).toEqual(valid);
      expect(storage.verifySignedUrl(`https://assay.example${url}`)).toEqual(valid);
      now += 59_999;
      expect(storage.verifySignedUrl(url)).toEqual(valid);
      now += 1;
      expect(storage.verifySignedUrl(url)).toEqual({ valid: false, reason: 'expired' });
    });

    test('any change of a signed address is found', async () => {
      const url = await storage.signedUrl(key('a'), { expiresInSeconds: 60, fileName: 'a.csv' });
      const other = createStorage({ driver: 'folder', root, signingSecret: 'another', now: () => now });
      const forged = [
        url.replace('/file/a?', '/file/b?'),
        url.replace(/expires=(\d+)/, (_, at) => `expires=${Number(at) + 1}`),
        url.replace('a.csv', 'b.csv'),
        url.replace('&name=a.csv', ''),
        url.replace(/signature=.*/, 'signature='),
        url.replace(/&signature=.*/, ''),
        url.replace('/api/blobs/', '/api/blob/'),
        `${url}x`,
        await other.signedUrl(key('a'), { expiresInSeconds: 60 }),
        '',
        'http://',
      ];
      for (const address of forged)
        expect(storage.verifySignedUrl(address)).toEqual({ valid: false, reason: 'forged' });
    });

    test('opening the store removes drafts of a day ago, not those of today', () => {
      const drafts = join(root, 'drafts');
      for (const name of ['old', 'new']) writeFileSync(join(drafts, name), 'x');
      const before = Date.now() / 1000 - 90_000;
      utimesSync(join(drafts, 'old'), before, before);
      createStorage({ driver: 'folder', root, signingSecret: 'secret', now: () => now });
      expect(readdirSync(drafts)).toEqual(['new']);
    });

    test('a link in the folder is not followed out of it', async () => {
      const outside = join(temp.path, 'outside');
      mkdirSync(join(outside, 'file'), { recursive: true });
      writeFileSync(join(outside, 'file', 'a'), 'secret');
      mkdirSync(join(root, 'blobs', 'local'), { recursive: true });
      symlinkSync(outside, join(root, 'blobs', 'local', orgId));
      await expect(storage.get(key('a'))).rejects.toThrow(InvalidKeyError);
      await expect(storage.put(key('b'), Buffer.from('x'))).rejects.toThrow(InvalidKeyError);
      await expect(storage.list(`local/${orgId}/`)).rejects.toThrow(InvalidKeyError);
      expect(await storage.list('local/')).toEqual({ blobs: [], cursor: null });
      expect(readdirSync(join(outside, 'file'))).toEqual(['a']);
    });

    test('a full disk is said, and nothing is left', async ({ skip }) => {
      // a small file system of its own, gone with the child: needs Linux, and the right to mount in a namespace
      const wrap = ['unshare', '--mount', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])];
      const mount = [...wrap, 'sh', '-c', 'mount -t tmpfs -o size=4m none "$0" && exec "$@"', temp.path];
      const probe = spawn(mount[0] ?? '', [...mount.slice(1), 'true'], { stdio: 'ignore' });
      const may = await new Promise((resolve) => {
        probe.once('error', () => resolve(false));
        probe.once('exit', (code) => resolve(code === 0));
      });
      if (!may) skip('this machine lets nobody mount; storage-errors.test.ts reads /dev/full');
      const child = runChild({ config: forChild(), key: key('big'), megabytes: 8, hang: false }, mount);
      expect(JSON.parse(String(await collect(child.stdout)))).toEqual({
        error: 'StorageFullError',
        head: null,
      });
    });
  } else {
    test('a signed address downloads under its name, and says how long it lasts', async () => {
      await storage.put(key('a'), Buffer.from('content'), { contentType: 'text/csv' });
      const url = await storage.signedUrl(key('a'), { expiresInSeconds: 60, fileName: 'a b.csv' });
      const answer = await fetch(url);
      expect(await answer.text()).toBe('content');
      expect(answer.headers.get('content-disposition')).toContain('filename="a b.csv"');
      // s3rver does not check signatures of version 4; that S3 does is its own affair
      const { searchParams } = new URL(url);
      expect(searchParams.get('X-Amz-Expires')).toBe('60');
      expect(searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/);
      expect(storage.verifySignedUrl(url)).toEqual({ valid: false, reason: 'forged' });
    });

    test('where browsers do not reach the server, a signed address is served by the web app', async () => {
      const served = createStorage({
        ...s3Config(s3 as S3Server, MIB),
        served: { signingSecret: 'secret', now: () => now },
      });
      const url = await served.signedUrl(key('a'), { expiresInSeconds: 60, fileName: 'a.csv' });
      expect(url).toMatch(/^\/api\/blobs\//);
      expect(served.verifySignedUrl(url)).toEqual({ valid: true, key: key('a'), fileName: 'a.csv' });
      expect(served.verifySignedUrl(`${url}x`)).toEqual({ valid: false, reason: 'forged' });
      now += 60_000;
      expect(served.verifySignedUrl(url)).toEqual({ valid: false, reason: 'expired' });
    });

    test('a missing bucket is made, and one that is there is left alone', async () => {
      const config = { ...s3Config(s3 as S3Server, MIB), bucket: 'made-by-the-test' };
      expect(await ensureBucket(config)).toBe(true);
      expect(await ensureBucket(config)).toBe(false);
      const nowhere = ensureBucket({ ...config, endpoint: 'http://127.0.0.1:9' });
      await expect(nowhere).rejects.toThrow();
    });

    test('the cache of local copies is bounded, and drops what was used least recently', async () => {
      for (const id of ['a', 'b', 'c', 'd']) await storage.put(key(id), randomBytes(MIB));
      const paths = new Map<string, string>();
      for (const id of ['a', 'b', 'c', 'a', 'd']) paths.set(id, await storage.localPath(key(id)));
      const there = [...paths].filter(([, path]) => existsSync(path)).map(([id]) => id);
      expect(there.sort()).toEqual(['a', 'c', 'd']);
    });

    test('one download serves all who ask at once', async () => {
      await storage.put(key('a'), randomBytes(MIB));
      const paths = await Promise.all([1, 2, 3, 4].map(() => storage.localPath(key('a'))));
      expect(new Set(paths).size).toBe(1);
    });

    test('a missing bucket is an error, not an empty store', async () => {
      if (s3 === undefined) throw new Error('The server has not started.');
      const lost = createStorage({ ...s3Config(s3, MIB), bucket: 'no-such-bucket' });
      await expect(lost.ping()).rejects.toThrow();
      await expect(lost.get(key('a'))).rejects.not.toThrow(BlobNotFoundError);
    });
  }
});
