import { keyScopes } from '@assay/contracts';
import { createApiKey } from '@assay/services';
import { createTestDeps, type TestDeps, type UserActor } from '@assay/services/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callRest } from '../testing/call-rest.ts';
import { MAX_BODY_BYTES } from './read-input.ts';

let test: TestDeps;
let owner: UserActor;
let key: string;
beforeAll(async () => {
  test = await createTestDeps();
  ({ owner } = await test.organisation());
  const expiresAt = new Date(test.deps.clock.now().getTime() + 86_400_000).toISOString();
  ({ key } = await createApiKey(test.deps, owner, { name: 'Test', scopes: [...keyScopes], expiresAt }));
});
afterAll(() => test.close());

const call = (method: string, path: string, more?: Parameters<typeof callRest>[4]) =>
  callRest(test.deps, { key }, method, path, more);

describe('a REST request', () => {
  it('to an unknown address is 404, whoever asks', async () => {
    for (const path of ['', '/', '/nothing', '/projects/x/y/z', '/projects//']) {
      const answer = await call('GET', path);
      expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'not-found']);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    }
    expect((await callRest(test.deps, {}, 'GET', '/nothing')).status).toBe(404);
  });

  it('by a method that its address does not answer is 405 and says which it does', async () => {
    const answer = await call('DELETE', '/projects');
    expect(answer).toMatchObject({ status: 405, body: { code: 'method-not-allowed', status: 405 } });
    expect(answer.headers.get('allow')?.split(', ').sort()).toEqual(['GET', 'POST']);
  });

  it.each([
    ['broken JSON', '{"name": "x"'],
    ['no object', '["name"]'],
    ['null', 'null'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
  ])('with a body of %s is 400', async (_, body) => {
    const request = { body: body as string };
    expect(await call('POST', '/projects', request)).toMatchObject({
      status: 400,
      body: { code: 'bad-input' },
    });
  });

  it('with a body that is not JSON is 415, and with too large a one 413', async () => {
    const form = { body: 'name=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    expect((await call('POST', '/projects', form)).status).toBe(415);
    const large = { body: JSON.stringify({ name: 'x'.repeat(MAX_BODY_BYTES) }) };
    expect((await call('POST', '/projects', large)).status).toBe(413);
  });

  it('that fails its schema lists each fault', async () => {
    const body = JSON.stringify({ name: '', stakes: 'extreme' });
    const answer = await call('POST', '/projects', { body });
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-input', field: 'name' } });
    expect(answer.body.errors).toEqual([
      { path: 'name', message: expect.any(String) },
      { path: 'stakes', message: expect.any(String) },
    ]);
    expect(await call('GET', '/projects/not-an-id')).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'projectId' }] },
    });
  });

  it('reads numbers and lists from the query, and refuses a name that it does not know', async () => {
    for (const name of ['One', 'Two', 'Three']) await test.project(owner, name);
    const first = await call('GET', '/projects?limit=2');
    expect(first.body.projects).toHaveLength(2);
    const second = await call('GET', `/projects?limit=2&cursor=${first.body.cursor}`);
    expect(second.body).toMatchObject({ projects: [{ name: 'One' }], cursor: null });
    expect((await call('GET', '/projects?limit=two')).status).toBe(400);
    expect((await call('GET', '/projects?limit=1&limit=2')).status).toBe(400);
    expect(await call('GET', '/projects?serach=One')).toMatchObject({
      status: 400,
      body: { field: 'serach' },
    });
    const projectId = first.body.cursor;
    expect((await call('GET', `/projects/${projectId}?projectId=${projectId}`)).status).toBe(400);
    const metrics = `/measurements?subjectType=project&subjectId=${projectId}&metrics=rows&metrics=psi`;
    expect(await call('GET', metrics)).toMatchObject({ status: 200, body: { measurements: [] } });
    expect((await call('GET', metrics.replace('psi', 'no-metric'))).status).toBe(400);
  });

  it('writes what it says, in plain JSON', async () => {
    const { body } = await call('POST', '/projects', { body: JSON.stringify({ name: ' Made by REST ' }) });
    const path = `/projects/${body.id}`;
    expect(
      await call('PATCH', path, { body: JSON.stringify({ revision: 1, stakes: 'high' }) }),
    ).toMatchObject({
      status: 200,
      body: { revision: 2 },
    });
    const read = await call('GET', path);
    expect(read.body).toMatchObject({
      name: 'Made by REST',
      stakes: 'high',
      revision: 2,
      roles: ['manager'],
    });
    expect(read.body.createdAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(read.headers.get('cache-control')).toBe('no-store');
    const stale = await call('PATCH', path, { body: JSON.stringify({ revision: 1, stakes: 'standard' }) });
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale', kept: expect.any(String) } });
    const log = await call('GET', `/log?objectType=project&objectId=${body.id}&from=2020-01-01T00:00:00Z`);
    expect(log.body).toMatchObject({
      events: [
        { action: 'project.updated', actor: { kind: 'api-key', id: owner.userId } },
        { action: 'project.created' },
      ],
    });
  });
});
