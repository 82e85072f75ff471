import type { Permission } from '@assay/contracts';
import { createApiKey } from '@assay/services';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callRest } from '../testing/call-rest.ts';
import { makeWorld, type TestWorld } from '../testing/test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.test.close());

async function keyWith(scopes: Permission[], actor = world.a.owner): Promise<string> {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  return (await createApiKey(world.test.deps, actor, { name: 'Test', scopes, expiresAt })).key;
}

const get = (key: string, path: string) => callRest(world.test.deps, { key }, 'GET', path);
const send = (key: string, method: string, path: string, body: object) =>
  callRest(world.test.deps, { key }, method, path, { body: JSON.stringify(body) });

it('writes the list of scenarios by a key of an expert, and refuses what somebody changed meanwhile', async () => {
  const { expert } = world.inProject;
  const { projectId } = world.a.things;
  const key = await keyWith(['scenario.read', 'scenario.write'], expert);
  const at = `/projects/${projectId}/scenarios`;
  const before = (await get(key, at)).body as { number: number; scenarios: object[] };
  const added = await send(key, 'POST', at, {
    scenarios: [{ name: 'At night', importance: 'must' }, { name: 'Without a price' }],
  });
  expect(added).toMatchObject({ status: 200, body: { number: before.number + 1 } });
  const [first = '', second = ''] = added.body.ids as string[];
  const said = {
    name: 'Late at night',
    where: { op: 'compare', column: 'hour', comparator: '>', value: 22 },
    minimum: { kind: 'share', numerator: 1, denominator: 50 },
  };
  const change = { revision: 1, scenario: said };
  expect((await send(key, 'PUT', `${at}/${first}`, change)).status).toBe(200);
  expect(await send(key, 'PUT', `${at}/${first}`, change)).toMatchObject({
    status: 409,
    body: { code: 'stale' },
  });
  expect((await send(key, 'POST', `${at}/${second}/move`, { before: first })).status).toBe(200);
  expect((await send(key, 'POST', `${at}/${second}/retire`, { revision: 1 })).status).toBe(200);
  const listed = async (version = '') =>
    ((await get(key, `${at}${version}`)).body.scenarios as { id: string }[]).slice(before.scenarios.length);
  expect(await listed()).toMatchObject([
    { id: second, revision: 2, retired: true },
    // What a replacement does not say is what it is without saying.
    { id: first, ...said, importance: 'should', revision: 2, retired: false },
  ]);
  expect((await send(key, 'POST', `${at}/${second}/restore`, { revision: 2 })).status).toBe(200);
  expect(await listed()).toMatchObject([{ id: second, retired: false }, { id: first }]);
  expect(await listed(`?number=${before.number + 1}`)).toMatchObject([
    { id: first, name: 'At night', importance: 'must' },
    { id: second, revision: 1 },
  ]);
  const versions = await get(key, `/projects/${projectId}/scenario-versions?limit=5`);
  expect(versions.body.versions).toMatchObject([
    { changes: [{ id: second, change: 'restored' }], by: { userId: expert.userId } },
    { changes: [{ id: second, change: 'retired' }] },
    { changes: [{ id: second, change: 'moved' }] },
    { changes: [{ id: first, change: 'changed' }] },
    {
      changes: [
        { id: first, change: 'added' },
        { id: second, change: 'added' },
      ],
    },
  ]);
  const reading = await keyWith(['scenario.read'], expert);
  expect((await send(reading, 'POST', at, { scenarios: [{ name: 'Not mine' }] })).status).toBe(403);
});

it('reads comments by a key that may read what they are about, and lets none write them', async () => {
  const { a, b } = world;
  const { batchId, commentId, commentThreadId } = a.things;
  const of = (id: string) => `/comment-threads?subjectType=batch&subjectId=${id}`;
  const key = await keyWith(['comment.read', 'batch.read']);
  const said = { id: commentId, text: 'Is this as it should be?', isMine: true };
  expect(await get(key, of(batchId))).toMatchObject({
    status: 200,
    body: { threads: [{ id: commentThreadId, comments: [said] }], counts: { open: 1, resolved: 0 } },
  });
  expect(await get(key, `/comments/${commentId}`)).toMatchObject({
    status: 200,
    body: { subjectType: 'batch', subjectId: batchId, thread: { comments: [said] } },
  });
  const earlier = `/comment-threads/${commentThreadId}/comments?before=10`;
  expect(await get(key, earlier)).toMatchObject({ status: 200, body: { comments: [] } });
  expect((await get(key, of(b.things.batchId))).status).toBe(404);
  expect((await get(key, `/comments/${b.things.commentId}`)).status).toBe(404);
  // Whoever may not read the batch reads nothing that is said of it.
  const without = await keyWith(['comment.read', 'run.read']);
  for (const path of [of(batchId), `/comments/${commentId}`, earlier]) {
    expect(await get(without, path)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  }
  const written = await send(key, 'POST', '/comment-threads', { subjectType: 'batch', subjectId: batchId });
  expect([written.status, written.headers.get('allow')]).toEqual([405, 'GET']);
  await expect(keyWith(['comment.write'])).rejects.toMatchObject({ code: 'bad-input', field: 'scopes' });
});

it('reads webhooks and what was sent to them, without their secrets, and lets no key change them', async () => {
  const { projectId, webhookId, webhookDeliveryId } = world.a.things;
  const key = await keyWith(['webhook.read']);
  const listed = await get(key, `/projects/${projectId}/webhooks`);
  expect(listed.body).toMatchObject([
    { id: webhookId, url: 'https://hooks.example.com/assay', last: { event: 'webhook.test' } },
  ]);
  expect(JSON.stringify(listed.body)).not.toContain('whsec_');
  const sent = await get(key, `/webhooks/${webhookId}/deliveries?limit=1`);
  expect(sent.body).toMatchObject({ deliveries: [{ id: webhookDeliveryId, status: 'PENDING', tries: [] }] });
  expect((await get(key, `/webhooks/${world.b.things.webhookId}/deliveries`)).status).toBe(404);
  expect((await send(key, 'POST', `/projects/${projectId}/webhooks`, {})).status).toBe(405);
  await expect(keyWith(['webhook.manage'])).rejects.toMatchObject({ code: 'bad-input', field: 'scopes' });
});
