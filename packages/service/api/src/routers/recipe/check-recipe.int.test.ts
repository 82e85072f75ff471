import { createTestDeps, type TestDeps } from '@assay/services/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callProcedure } from '../../testing/call-procedure.ts';

let env: TestDeps;
beforeAll(async () => {
  env = await createTestDeps();
});
afterAll(() => env.close());

test('a recipe of 200 columns is checked, although no address would hold it', async () => {
  const { owner, slug } = await env.organisation();
  const projectId = await env.project(owner);
  const names = Array.from({ length: 200 }, (_, at) => `the yield of field number ${at}`);
  const uniform = { shape: 'uniform', min: 0, max: 1 };
  const document = (last: string) => ({
    type: 'assay.recipe',
    version: 1,
    method: 'rules',
    sourceId: null,
    constraints: [{ kind: 'range', column: last, low: 0, high: 2 }],
    rules: {
      version: 1,
      columns: names.map((name) => ({ name, rule: { make: 'number', distribution: uniform } })),
    },
  });
  const check = (last: string) =>
    callProcedure(env.deps, { userId: owner.userId, org: slug }, 'recipe.check', {
      projectId,
      document: document(last),
    });
  expect(JSON.stringify(document('')).length).toBeGreaterThan(16 * 1024);
  expect(await check(names[199] ?? '')).toMatchObject({
    status: 200,
    body: { result: { data: { json: { problems: [] } } } },
  });
  // The last thing in it is read too.
  expect(await check('nobody')).toMatchObject({
    status: 200,
    body: { result: { data: { json: { problems: [{ code: 'unknown-column' }] } } } },
  });
}, 60_000);
