import { keyScopes, orgRole, permissionRule, projectRole } from '@assay/contracts';
import { createApiKey } from '@assay/services';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRouter } from '../app-router.ts';
import { type Asking, callProcedure } from '../testing/call-procedure.ts';
import { inputOf, thingsIn } from '../testing/procedure-inputs.ts';
import type { Things } from '../testing/test-things.ts';
import { makeWorld, type TestWorld } from '../testing/test-world.ts';
import { listProcedures } from './list-procedures.ts';

const procedures = listProcedures(appRouter);
const guarded = procedures.flatMap(({ path, type, meta: { permission } }) =>
  permission === undefined || permission === 'public'
    ? []
    : [{ path, type, permission, rule: permissionRule(permission) }],
);
const ofOrganisation = guarded.filter(({ rule }) => rule.scope !== 'self');
const inProject = guarded.filter(({ rule }) => rule.scope === 'project');

let world: TestWorld;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.test.close());

const ask = (asking: Asking, path: string, things: Things = world.a.things) =>
  callProcedure(world.test.deps, asking, path, inputOf(path, things));
const asPerson = (userId: string, org = world.a.slug): Asking => ({ userId, org });

describe('every procedure', () => {
  it.each(guarded)('$path refuses whoever is not signed in', async ({ path }) => {
    expect(await ask({ org: world.a.slug }, path)).toMatchObject({ status: 401, code: 'UNAUTHORIZED' });
  });

  it.each(ofOrganisation)(
    '$path refuses each role that the table does not list',
    async ({ path, permission, rule }) => {
      for (const role of orgRole.options) {
        const { userId } = world.inOrg[role];
        // Whoever cannot see the project is not told that it is there.
        const expected =
          rule.scope === 'org' || permissionRule('project.read').org.includes(role)
            ? { status: 403, code: 'FORBIDDEN' }
            : { status: 404, code: 'NOT_FOUND' };
        if (rule.org.includes(role)) continue;
        expect([role, permission, await ask(asPerson(userId), path)]).toMatchObject([
          role,
          permission,
          expected,
        ]);
      }
      if (rule.scope !== 'project') return;
      for (const role of projectRole.options.filter((each) => !rule.project.includes(each))) {
        const answer = await ask(asPerson(world.inProject[role].userId), path);
        expect([role, permission, answer]).toMatchObject([
          role,
          permission,
          { status: 403, code: 'FORBIDDEN' },
        ]);
      }
    },
  );

  it.each(ofOrganisation.filter(({ type }) => type === 'query'))(
    '$path answers each role that the table lists',
    async ({ path, rule }) => {
      const people = [
        ...orgRole.options.filter((role) => rule.org.includes(role)).map((role) => world.inOrg[role]),
        ...projectRole.options
          .filter((role) => rule.project.includes(role))
          .map((role) => world.inProject[role]),
      ];
      for (const { userId } of people) {
        expect([userId, (await ask(asPerson(userId), path)).code]).not.toEqual([userId, 'FORBIDDEN']);
      }
      expect(await ask(asPerson(world.a.owner.userId), path)).toMatchObject({ status: 200, code: null });
    },
  );

  it.each(ofOrganisation)('$path tells a stranger nothing of the organisation', async ({ path }) => {
    const stranger = world.b.owner.userId;
    const answer = await ask(asPerson(stranger), path);
    expect(answer).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(answer).toEqual(await ask(asPerson(stranger, 'nowhere-at-all'), path));
    expect(answer).toEqual(await ask(asPerson(stranger, ''), path));
  });

  it.each(ofOrganisation)('$path answers a foreign id as one of nothing', async ({ path, type }) => {
    const { a, b } = world;
    for (const name of thingsIn(path, a.things)) {
      const foreign = inputOf(path, { ...a.things, [name]: b.things[name] });
      const nothing = inputOf(path, { ...a.things, [name]: world.nothing()[name] });
      const asking = asPerson(a.owner.userId);
      const answer = await callProcedure(world.test.deps, asking, path, foreign);
      expect([name, answer]).toEqual([name, await callProcedure(world.test.deps, asking, path, nothing)]);
      // A filter or a mark by a foreign id finds nothing; what is asked or done by one is refused.
      const passedOver = type === 'query' || path === 'notification.markRead';
      if (!passedOver || answer.code !== null) expect([name, answer.code]).toEqual([name, 'NOT_FOUND']);
    }
  });

  it.each(inProject)('$path answers a foreign id to each role alike', async ({ path }) => {
    const { a, b } = world;
    for (const { userId } of [...Object.values(world.inOrg), ...Object.values(world.inProject)]) {
      const answer = await ask(asPerson(userId), path, b.things);
      expect(answer).toMatchObject({ status: 404, code: 'NOT_FOUND' });
      expect(answer).toEqual(await ask(asPerson(userId), path, world.nothing()));
    }
    expect(await ask(asPerson(a.owner.userId), path, b.things)).toMatchObject({ status: 404 });
  });

  it('refuses a key what keys never do, and what is not among its scopes', async () => {
    const { deps } = world.test;
    const expiresAt = new Date(deps.clock.now().getTime() + 86_400_000).toISOString();
    const make = async (scopes: typeof keyScopes) =>
      (await createApiKey(deps, world.a.owner, { name: 'Test', scopes, expiresAt })).key;
    const all = await make([...keyScopes]);
    for (const { path, permission, rule } of guarded) {
      const refused = rule.scope === 'self' ? 'UNAUTHORIZED' : 'FORBIDDEN';
      if (!rule.key) expect([path, (await ask({ key: all }, path)).code]).toEqual([path, refused]);
      else {
        const others = await make(keyScopes.filter((scope) => scope !== permission));
        expect([path, (await ask({ key: others }, path)).code]).toEqual([path, 'FORBIDDEN']);
      }
    }
    const unknown = `assay_${'x'.repeat(43)}`;
    expect(await ask({ key: unknown }, 'project.list')).toMatchObject({ status: 401, code: 'UNAUTHORIZED' });
  });
});
