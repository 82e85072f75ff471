import { UPLOAD_MAX_BYTES } from '@assay/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { uploadBytes } from '../testing/import-csv.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { appendUpload } from './append-upload.ts';
import { createUpload } from './create-upload.ts';
import { discardUpload } from './discard-upload.ts';
import { getUpload, listUnfinishedUploads } from './get-upload.ts';
import { partKeys, readParts } from './read-upload.ts';

let test: TestDeps;
let owner: UserActor;
let projectId: string;

beforeAll(async () => {
  test = await createTestDeps();
  ({ owner } = await test.organisation());
  projectId = await test.project(owner);
});
afterAll(() => test.close());

async function* bytes(...chunks: string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

async function* breakingAfter(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
  throw new Error('the client went away');
}

describe('uploads', () => {
  it('keep parts and give back the very bytes', async () => {
    const content = Buffer.from('a,b\n1,2\n'.repeat(5000));
    const uploadId = await uploadBytes(test, owner, projectId, content);
    expect(await getUpload(test.deps, owner, { uploadId })).toMatchObject({
      complete: true,
      received: content.length,
    });
    const keys = await query(test.deps, owner, (t) => partKeys(t, uploadId));
    expect(keys).toHaveLength(2);
    const read: Uint8Array[] = [];
    for await (const chunk of readParts(test.deps, keys)) read.push(chunk);
    expect(Buffer.concat(read).equals(content)).toBe(true);
  });

  it('refuse a file over the limit, and an empty one, before a byte is sent', async () => {
    const announce = (size: number) =>
      createUpload(test.deps, owner, { projectId, fileName: 'big.csv', size });
    await expect(announce(UPLOAD_MAX_BYTES + 1)).rejects.toMatchObject({ code: 'too-large', field: 'size' });
    await expect(announce(4 * 1024 ** 3)).rejects.toThrow('4.0 GB');
    await expect(announce(0)).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('go on after a client that stopped in the middle of a part', async () => {
    const { id } = await createUpload(test.deps, owner, { projectId, fileName: 'x.csv', size: 8 });
    await appendUpload(test.deps, owner, { uploadId: id, offset: 0, body: bytes('a,b\n') });
    await expect(
      appendUpload(test.deps, owner, { uploadId: id, offset: 4, body: breakingAfter('1,') }),
    ).rejects.toThrow('the client went away');
    expect(await getUpload(test.deps, owner, { uploadId: id })).toMatchObject({
      received: 4,
      complete: false,
    });
    expect((await listUnfinishedUploads(test.deps, owner, { projectId })).map((each) => each.id)).toContain(
      id,
    );
    const last = await appendUpload(test.deps, owner, { uploadId: id, offset: 4, body: bytes('1,', '2\n') });
    expect(last).toEqual({ received: 8, complete: true });
  });

  it('refuse the wrong offset and tell the right one', async () => {
    const { id } = await createUpload(test.deps, owner, { projectId, fileName: 'x.csv', size: 8 });
    await appendUpload(test.deps, owner, { uploadId: id, offset: 0, body: bytes('a,b\n') });
    await expect(
      appendUpload(test.deps, owner, { uploadId: id, offset: 0, body: bytes('a,b\n') }),
    ).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('byte 4') });
  });

  it('refuse more bytes than were announced and keep what came before', async () => {
    const { id } = await createUpload(test.deps, owner, { projectId, fileName: 'x.csv', size: 6 });
    await appendUpload(test.deps, owner, { uploadId: id, offset: 0, body: bytes('a,b\n') });
    await expect(
      appendUpload(test.deps, owner, { uploadId: id, offset: 4, body: bytes('1,2\n') }),
    ).rejects.toMatchObject({ code: 'too-large' });
    expect(await getUpload(test.deps, owner, { uploadId: id })).toMatchObject({ received: 4 });
  });

  it('let one of two clients append at the same place', async () => {
    const { id } = await createUpload(test.deps, owner, { projectId, fileName: 'x.csv', size: 8 });
    const both = await Promise.allSettled([
      appendUpload(test.deps, owner, { uploadId: id, offset: 0, body: bytes('a,b\n') }),
      appendUpload(test.deps, owner, { uploadId: id, offset: 0, body: bytes('c,d\n') }),
    ]);
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await getUpload(test.deps, owner, { uploadId: id })).toMatchObject({ received: 4 });
  });

  it('never build a path from the file name', async () => {
    const { id } = await createUpload(test.deps, owner, {
      projectId,
      fileName: '../../etc/passwd',
      size: 4,
    });
    expect(await getUpload(test.deps, owner, { uploadId: id })).toMatchObject({ fileName: 'passwd' });
    await discardUpload(test.deps, owner, { uploadId: id });
    await expect(getUpload(test.deps, owner, { uploadId: id })).rejects.toMatchObject({ code: 'not-found' });
  });
});
