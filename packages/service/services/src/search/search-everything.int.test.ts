import { policy, recipe } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPolicy, removePolicy } from '../policies/policies.ts';
import { createRecipe } from '../recipes/save-recipe.ts';
import { trashRecipe } from '../recipes/trash-recipe.ts';
import { requestRelease } from '../releases/request-release.ts';
import { trashRun } from '../runs/trash-run.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { addRun } from '../testing/add-run.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { commitDatasetVersion } from '../versions/commit-version.ts';
import { numberIn, searchEverything } from './search-everything.ts';

let test: TestDeps;
beforeAll(async () => {
  test = await createTestDeps();
});
afterAll(() => test.close());

const document = recipe.parse({ type: 'assay.recipe', version: 1, method: 'tree', sourceId: null });
const gates = [{ id: 'shapes', metric: 'shapes.error', green: { plus: 0.2 } }];
const find = async (actor: UserActor, text: string) =>
  (await searchEverything(test.deps, actor, { text, limit: 6 })).groups;

async function fill(owner: UserActor, projectId: string) {
  const { deps } = test;
  const { id: recipeId } = await createRecipe(deps, owner, {
    projectId,
    name: 'Heron trees',
    description: '',
    document,
  });
  const { runId, reportId } = await addRun(test, {
    projectId,
    actor: owner,
    name: 'Heron pilot',
    status: 'READY',
    verdict: 'passed',
  });
  const { id: policyId } = await createPolicy(deps, owner, {
    projectId,
    document: policy.parse({ type: 'assay.policy', version: 1, name: 'Heron gates', gates }),
  });
  return { recipeId, runId, reportId, policyId };
}

it('finds recipes, runs, reports and policies, each where it is', async () => {
  const { owner, orgId } = await test.organisation();
  const projectId = await test.project(owner, 'Wetland');
  const made = await fill(owner, projectId);
  const hits = (await find(owner, 'heron')).flatMap((group) => group.hits);
  expect(hits.map((hit) => [hit.kind, hit.title, hit.detail, hit.link])).toEqual([
    ['recipe', 'Heron trees', 'Wetland', `/recipes/${made.recipeId}`],
    ['run', '#1 Heron pilot', 'Wetland', `/runs/${made.runId}`],
    ['policy', 'Heron gates', 'Wetland', `/projects/${projectId}/policies/${made.policyId}`],
    ['report', 'Report of Heron pilot', 'Wetland', `/reports/${made.reportId}`],
  ]);
  expect((await find(owner, 'run 1'))[0]?.hits).toMatchObject([{ kind: 'run', id: made.runId, rank: 0 }]);

  const annotator = await test.member(orgId, ['member']);
  await test.inProject(projectId, annotator, ['annotator']);
  expect(await find(annotator, 'heron')).toEqual([]);
  const viewer = await test.member(orgId, ['member']);
  await test.inProject(projectId, viewer, ['viewer']);
  expect(await find(viewer, 'heron')).toHaveLength(4);
  expect(await find((await test.organisation()).owner, 'heron')).toEqual([]);
});

it('finds versions and releases by their words and numbers', async () => {
  const { owner, orgId } = await test.organisation();
  const projectId = await test.project(owner);
  const [viewer, annotator] = await Promise.all([
    test.member(orgId, ['member']),
    test.member(orgId, ['member']),
  ]);
  await test.inProject(projectId, viewer, ['viewer']);
  await test.inProject(projectId, annotator, ['annotator']);
  const runId = await addRowsRun(test, owner, {
    projectId,
    csv: 'id,amount\n1,2.5\n2,3\n',
    withoutSource: true,
  });
  const { versionId, jobId } = await commitDatasetVersion(test.deps, owner, {
    projectId,
    runIds: [runId],
    scope: 'all',
    method: 'majority',
    message: 'Egrets counted anew',
    branch: 'main',
    parentId: null,
  });
  await runHere(test.deps, owner, jobId);
  const { releaseId } = await requestRelease(test.deps, owner, {
    versionId,
    title: 'Egrets for partners',
    notes: '',
  });
  const hits = (await find(owner, 'egret')).flatMap((group) => group.hits);
  expect(hits.map((hit) => [hit.kind, hit.title, hit.link]).sort()).toEqual([
    ['release', '#1 Egrets for partners', `/releases/${releaseId}`],
    ['version', '#1 Egrets counted anew', `/projects/${projectId}/versions/${versionId}`],
  ]);
  expect((await find(owner, 'release 1'))[0]?.hits).toMatchObject([{ id: releaseId, rank: 0 }]);
  expect(await find(annotator, 'egret')).toEqual([]);
  expect(await find(viewer, 'egret')).toHaveLength(2);
});

it('finds nothing that is in the trash', async () => {
  const { owner } = await test.organisation();
  const made = await fill(owner, await test.project(owner, 'Wetland'));
  await trashRecipe(test.deps, owner, made);
  await removePolicy(test.deps, owner, made);
  await trashRun(test.deps, owner, made);
  expect(await find(owner, 'heron')).toEqual([]);
  expect(await find(owner, '#1')).toEqual([]);
});

it.each([
  ['12', 12],
  ['#12', 12],
  ['run 12', 12],
  ['Run #3', 3],
  ['heron 12', null],
  ['release 12', null],
  ['99999999999', null],
])('reads the number of a run in %s', (text, number) => {
  expect(numberIn('run', text)).toBe(number);
});
