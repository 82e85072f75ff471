import { keyScopes, type Permission } from '@assay/contracts';
import { createApiKey } from '@assay/services';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callRoute, type RestAnswer } from '../testing/call-rest.ts';
import { inputOf, thingsIn } from '../testing/procedure-inputs.ts';
import { makeWorld, type TestWorld } from '../testing/test-world.ts';
import { openApiDocument } from './open-api.ts';
import { PROBLEM_TYPE } from './problem-response.ts';
import { type RestRoute, restRoutes } from './rest-routes.ts';

/** As the document lists them, so that a route that is described is a route that is asked. */
const routes: RestRoute[] = Object.entries(openApiDocument('http://localhost:3000').paths ?? {}).flatMap(
  ([path, methods]) =>
    Object.keys(methods ?? {}).flatMap(
      (method) =>
        restRoutes().find((route) => route.path === path && route.method === method.toUpperCase()) ?? [],
    ),
);

let world: TestWorld;
let key: string;
beforeAll(async () => {
  world = await makeWorld();
  key = await keyWith([...keyScopes]);
});
afterAll(() => world.test.close());

async function keyWith(scopes: Permission[], actor = world.a.owner): Promise<string> {
  const expiresAt = new Date(world.test.deps.clock.now().getTime() + 86_400_000).toISOString();
  return (await createApiKey(world.test.deps, actor, { name: 'Test', scopes, expiresAt })).key;
}

const ask = (asking: { key?: string }, route: RestRoute, things = world.a.things) =>
  callRoute(world.test.deps, asking, route, inputOf(route.procedure, things));

/** What tells nothing of the request itself. */
function seen({ status, body }: RestAnswer) {
  const { instance, ...rest } = body;
  return { status, body: rest };
}

function expectProblem(answer: RestAnswer, status: number, code: string): void {
  expect(answer.headers.get('content-type')).toBe(PROBLEM_TYPE);
  expect(answer.body).toMatchObject({
    type: `urn:assay:problem:${code}`,
    title: expect.any(String),
    status,
    detail: expect.any(String),
    instance: expect.stringMatching(/^urn:uuid:/),
    code,
  });
  expect(answer.status).toBe(status);
}

describe('every REST route', () => {
  it('is found in the document', () => {
    expect(routes.length).toBe(restRoutes().length);
    expect(routes.length).toBeGreaterThanOrEqual(14);
  });

  it.each(routes)('$method $path refuses without a key, and with one that is unknown', async (route) => {
    for (const asking of [{}, { key: `assay_${'x'.repeat(43)}` }, { key: 'nonsense' }]) {
      const answer = await ask(asking, route);
      expectProblem(answer, 401, 'unauthenticated');
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="assay"');
    }
  });

  it.each(routes)('$method $path refuses a key without its scope', async (route) => {
    const others = await keyWith(keyScopes.filter((scope) => scope !== route.meta.permission));
    expectProblem(await ask({ key: others }, route), 403, 'forbidden');
  });

  it.each(routes)('$method $path answers a foreign id as one of nothing', async (route) => {
    const { a, b } = world;
    for (const name of thingsIn(route.procedure, a.things)) {
      const foreign = await ask({ key }, route, { ...a.things, [name]: b.things[name] });
      const nothing = await ask({ key }, route, { ...a.things, [name]: world.nothing()[name] });
      expect([name, seen(foreign)]).toEqual([name, seen(nothing)]);
      if (foreign.status !== 200 || route.method !== 'GET') expectProblem(foreign, 404, 'not-found');
    }
  });

  it.each(routes.filter((route) => route.method === 'GET'))(
    '$method $path answers plain JSON that its schema describes',
    async (route) => {
      const answer = await ask({ key }, route);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('application/json');
      // Read again by its own schema: what is on the wire needs no other reading.
      const output = route.output as { parse: (value: unknown) => unknown };
      expect(output.parse(answer.body)).toEqual(answer.body);
    },
  );

  it('holds a key to the roles of the person behind it', async () => {
    const { manager, viewer } = world.inProject;
    const update = routes.find((route) => route.procedure === 'project.update');
    const list = routes.find((route) => route.procedure === 'project.list');
    if (update === undefined || list === undefined) throw new Error('The routes have other names now.');
    const scopes: Permission[] = ['project.read', 'project.update', 'project.list'];
    const strong = await keyWith(scopes, manager);
    expect((await ask({ key: strong }, update)).status).toBe(200);
    // The viewer could not have been given this key: it was made while they managed the project.
    await world.test.inProject(world.a.things.projectId, viewer, ['manager']);
    const weakened = await keyWith(scopes, viewer);
    await world.test.inProject(world.a.things.projectId, viewer, ['viewer']);
    expectProblem(await ask({ key: weakened }, update), 403, 'forbidden');
    const seenByKey = await ask({ key: weakened }, list);
    expect(seenByKey.body).toMatchObject({ projects: [{ id: world.a.things.projectId, roles: ['viewer'] }] });
  });
});
