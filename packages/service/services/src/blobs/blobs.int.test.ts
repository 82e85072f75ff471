import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../frame/command.ts';
import { createTestDeps, type TestDeps } from '../testing/test-deps.ts';
import { readBlob } from './read-blob.ts';
import { keepBlobs, referToBlobs, type StoredBlob, storeBlob } from './store-blob.ts';
import { sweepBlobs } from './sweep-blobs.ts';

const ROUNDS = process.env.ASSAY_SOAK === '1' ? 2000 : 20;

let env: TestDeps;
beforeAll(async () => {
  env = await createTestDeps();
});
afterAll(() => env.close());

const store = (orgId: string, text: string): Promise<StoredBlob> =>
  storeBlob(env.deps, orgId, {
    kind: 'chunk',
    source: new TextEncoder().encode(text),
    contentType: 'text/plain',
  });

async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts).toString();
}

test('a kept file is read by its organisation, whole or in part, and by no other', async () => {
  const [one, other] = [await env.organisation(), await env.organisation()];
  const blob = await store(one.orgId, 'hello world');
  await query(env.deps, one.owner, (t) => keepBlobs(t, [blob], { type: 'thing', id: env.deps.ids.next() }));
  const read = await readBlob(env.deps, one.owner, blob.key);
  expect(read).toMatchObject({ bytes: 11, contentType: 'text/plain', sha256: blob.sha256 });
  expect(await textOf(read.content)).toBe('hello world');
  const part = await readBlob(env.deps, one.owner, blob.key, { offset: 6 });
  expect(await textOf(part.content)).toBe('world');
  await expect(readBlob(env.deps, other.owner, blob.key)).rejects.toMatchObject({ code: 'not-found' });
});

test('the sweep leaves what is young, removes what nothing needs, and finds strays', async () => {
  const { owner, orgId } = await env.organisation();
  const thing = { type: 'thing', id: env.deps.ids.next() };
  const [needed, released, stray] = [
    await store(orgId, 'a'),
    await store(orgId, 'b'),
    await store(orgId, 'c'),
  ];
  const gone = { type: 'thing', id: env.deps.ids.next() };
  await query(env.deps, owner, async (t) => {
    await keepBlobs(t, [needed], thing);
    await keepBlobs(t, [released], gone);
    await t.blobs.release(gone);
  });
  const there = async () =>
    Promise.all(
      [needed, released, stray].map(async ({ key }) => (await env.deps.storage.head(key)) !== null),
    );
  expect(await sweepBlobs(env.deps)).toEqual({ unreferenced: 0, stray: 0 });
  expect(await there()).toEqual([true, true, true]);
  // The sweep reads the time of files in whole milliseconds.
  env.setNow(new Date(Date.now() + 1000));
  expect(await sweepBlobs(env.deps, 0)).toEqual({ unreferenced: 1, stray: 1 });
  env.setNow(null);
  expect(await there()).toEqual([true, false, false]);
});

test('a file that comes to be needed while it is swept is there whenever its need was accepted', async () => {
  const { owner, orgId } = await env.organisation();
  for (let round = 0; round < ROUNDS; round += 1) {
    const blobs = await Promise.all(Array.from({ length: 8 }, (_, i) => store(orgId, `${round}-${i}`)));
    const first = { type: 'thing', id: env.deps.ids.next() };
    await query(env.deps, owner, async (t) => {
      await keepBlobs(t, blobs, first);
      await t.blobs.release(first);
    });
    const accepted: string[] = [];
    await Promise.all([
      sweepBlobs(env.deps, 0),
      ...blobs.map(async ({ key }) => {
        try {
          await query(env.deps, owner, (t) =>
            referToBlobs(t, [key], { type: 'thing', id: env.deps.ids.next() }),
          );
          accepted.push(key);
        } catch (error) {
          expect(error).toMatchObject({ code: 'conflict' });
        }
      }),
    ]);
    for (const key of accepted) expect(await env.deps.storage.head(key)).not.toBeNull();
    expect(await query(env.deps, owner, (t) => t.blobs.orphanedReferences())).toEqual([]);
  }
});
