import { keyScopes, recipe } from '@assay/contracts';
import { createApiKey, createRecipe, getSource, overrideTerms } from '@assay/services';
import { OPEN_TERMS, prepareSource, setTerms } from '@assay/services/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callProcedure } from '../testing/call-procedure.ts';
import { callRest } from '../testing/call-rest.ts';
import { makeWorld, type TestWorld } from '../testing/test-world.ts';

let world: TestWorld;
let key: string;
beforeAll(async () => {
  world = await makeWorld();
  const { deps } = world.test;
  const expiresAt = new Date(deps.clock.now().getTime() + 86_400_000).toISOString();
  const made = await createApiKey(deps, world.a.owner, { name: 'Test', scopes: [...keyScopes], expiresAt });
  key = made.key;
});
afterAll(() => world.test.close());

it('a run on a source without terms is refused by REST as by the procedure, with every reason', async () => {
  const { deps } = world.test;
  const { recipeVersionId, projectId, sourceId, uploadId } = world.a.things;
  const answer = await callRest(deps, { key }, 'POST', `/recipe-versions/${recipeVersionId}/runs`, {
    body: JSON.stringify({ kind: 'pilot' }),
  });
  expect(answer).toMatchObject({
    status: 409,
    body: { code: 'not-ready', detail: expect.stringMatching(/licence.*ground/s) },
  });
  const asking = { userId: world.a.owner.userId, org: world.a.slug };
  const input = { recipeVersionId, kind: 'pilot' };
  expect(await callProcedure(deps, asking, 'run.start', input)).toMatchObject({
    status: 409,
    code: 'CONFLICT',
  });
  const imported = await callRest(deps, { key }, 'POST', `/projects/${projectId}/imported-runs`, {
    body: JSON.stringify({ sourceId, uploadId, provenance: { generator: { value: 'Another' } } }),
  });
  expect(imported.status).toBe(409);
  const { body } = await callRest(deps, { key }, 'GET', `/projects/${projectId}/runs`);
  expect(body.runs).toContainEqual(expect.objectContaining({ id: world.a.things.runId }));
});

const CONSENT = OPEN_TERMS.consent;
it.each([
  ['missing', null, 'State on what ground the data may be processed.'],
  ['expired', CONSENT && { ...CONSENT, expiresOn: '2020-01-01' }, 'The consent expired on 2020-01-01.'],
  [
    'excluding synthesis',
    CONSENT && { ...CONSENT, scope: ['research' as const] },
    'The consent does not name synthesis among its purposes.',
  ],
])(
  'a run whose consent is %s is refused by REST and the procedure; an override starts it',
  async (_, consent, sentence) => {
    const { deps } = world.test;
    const { owner, slug, things } = world.a;
    const { projectId } = things;
    const { sourceId } = await prepareSource(world.test, owner, {
      projectId,
      csv: `a,b\n${Array.from({ length: 40 }, (_, row) => `${row},${row % 3}`).join('\n')}\n`,
    });
    const { versionId: recipeVersionId } = await createRecipe(deps, owner, {
      projectId,
      name: 'Of a source with terms',
      description: '',
      document: recipe.parse({ type: 'assay.recipe', version: 1, method: 'tree', sourceId }),
    });
    const start = () =>
      callRest(deps, { key }, 'POST', `/recipe-versions/${recipeVersionId}/runs`, {
        body: JSON.stringify({ kind: 'pilot' }),
      });
    // Nothing else is in the way: it starts with its terms, and then without them no more.
    expect((await start()).status).toBe(200);
    await setTerms(world.test, owner, sourceId, { ...OPEN_TERMS, consent });
    expect(await start()).toMatchObject({
      status: 409,
      body: { code: 'not-ready', detail: expect.stringContaining(sentence) },
    });
    const asking = { userId: owner.userId, org: slug };
    const input = { recipeVersionId, kind: 'pilot' };
    expect(await callProcedure(deps, asking, 'run.start', input)).toMatchObject({
      status: 409,
      code: 'CONFLICT',
    });
    const { revision } = await getSource(deps, owner, { sourceId });
    await overrideTerms(deps, owner, { sourceId, revision, reason: 'The board decided so' });
    expect((await start()).status).toBe(200);
  },
);

it('a report is read as its document, judged and compared by REST', async () => {
  const { deps } = world.test;
  const { reportId, otherReportId, policyId } = world.a.things;
  const report = await callRest(deps, { key }, 'GET', `/reports/${reportId}`);
  expect(report).toMatchObject({ status: 200, body: { type: 'assay.report', verdict: 'incomplete' } });
  const judged = await callRest(deps, { key }, 'POST', `/reports/${reportId}/judgements`, {
    body: JSON.stringify({ policyRef: policyId }),
  });
  expect(judged).toMatchObject({ status: 200, body: { verdict: 'passed', gates: [{ id: 'shapes' }] } });
  const compared = await callRest(
    deps,
    { key },
    'GET',
    `/reports/${otherReportId}/comparison?otherReportId=${reportId}`,
  );
  expect(compared.body).toMatchObject({ verdict: { before: 'incomplete', after: 'passed' } });
});
