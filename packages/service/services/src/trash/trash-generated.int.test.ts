import { goalInput, policy, recipe } from '@assay/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireOnItem } from '../frame/access.ts';
import { command, query } from '../frame/command.ts';
import { createGoal, listGoals, removeGoal, restoreGoal } from '../goals/goals.ts';
import { listEvents } from '../ledger/list-events.ts';
import { createPolicy, listPolicies, removePolicy, restorePolicy } from '../policies/policies.ts';
import { createRecipe } from '../recipes/save-recipe.ts';
import { restoreRecipe, trashRecipe } from '../recipes/trash-recipe.ts';
import { getRun, listRuns } from '../runs/read-runs.ts';
import { restoreRun, runDependents, trashRun } from '../runs/trash-run.ts';
import { addRun } from '../testing/add-run.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { listTrash } from './list-trash.ts';
import { purgeTrash } from './purge-trash.ts';
import { TRASH_DAYS } from './trash-days.ts';

let test: TestDeps;
beforeAll(async () => {
  test = await createTestDeps();
});
afterAll(() => test.close());

const gates = [{ id: 'shapes', metric: 'shapes.error', green: { plus: 0.2 } }];

/** A recipe with a run, its report, a policy and a goal. */
async function make(owner: UserActor, projectId: string) {
  const { deps } = test;
  const { id: recipeId } = await createRecipe(deps, owner, {
    projectId,
    name: 'Trees',
    description: '',
    document: recipe.parse({ type: 'assay.recipe', version: 1, method: 'tree', sourceId: null }),
  });
  const { runId, reportId } = await addRun(test, {
    projectId,
    actor: owner,
    name: 'Pilot',
    recipeId,
    status: 'READY',
    verdict: 'passed',
  });
  const { id: policyId } = await createPolicy(deps, owner, {
    projectId,
    document: policy.parse({ type: 'assay.policy', version: 1, name: 'Gates', gates }),
  });
  const { id: goalId } = await createGoal(deps, owner, {
    projectId,
    goal: goalInput.parse({ name: 'Close', metric: 'shape-error', comparator: '<=', target: 0.1 }),
  });
  return { recipeId, runId, reportId: reportId ?? '', policyId, goalId };
}

type Made = Awaited<ReturnType<typeof make>>;

async function trashAll(actor: UserActor, made: Made) {
  const { deps } = test;
  await trashRecipe(deps, actor, made);
  await trashRun(deps, actor, made);
  await removePolicy(deps, actor, made);
  await removeGoal(deps, actor, made);
}

async function measure(actor: UserActor, reportId: string, metric: string, value: number): Promise<string> {
  const id = test.deps.ids.next();
  await query(test.deps, actor, (t) =>
    t.measurements.addMany([
      {
        id,
        metric,
        method: metric,
        methodVersion: 1,
        subjectType: 'report',
        subjectId: reportId,
        slice: {},
        sliceKey: '{}',
        value,
        reason: null,
        numerator: null,
        denominator: null,
        low: null,
        high: null,
        confidence: null,
        n: 10n,
        inputs: {},
        jobId: null,
      },
    ]),
  );
  return id;
}

describe('the trash', () => {
  it('holds recipes, runs, policies and goals, and each comes back as it was', async () => {
    const { deps } = test;
    const { owner } = await test.organisation();
    const projectId = await test.project(owner);
    const made = await make(owner, projectId);
    await measure(owner, made.reportId, 'shape-error', 0.05);
    await trashAll(owner, made);

    const { items } = await listTrash(deps, owner);
    expect(items.map((item) => [item.kind, item.name, item.mayRestore, item.deletedBy?.userId])).toEqual([
      ['goal', 'Close', true, owner.userId],
      ['policy', 'Gates', true, owner.userId],
      ['run', '#1 Pilot', true, owner.userId],
      ['recipe', 'Trees', true, owner.userId],
    ]);
    await expect(getRun(deps, owner, made)).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      requireOnItem(deps, owner, 'report.read', { kind: 'report', id: made.reportId }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect((await listRuns(deps, owner, { projectId, limit: 10, before: null })).runs).toEqual([]);

    await restoreRecipe(deps, owner, made);
    await restoreRun(deps, owner, made);
    await restorePolicy(deps, owner, made);
    await restoreGoal(deps, owner, made);
    expect((await listTrash(deps, owner)).items).toEqual([]);
    expect(await getRun(deps, owner, made)).toMatchObject({ verdict: 'passed', reportId: made.reportId });
    const { goals } = await listGoals(deps, owner, { projectId, reportId: null });
    expect(goals).toMatchObject([{ id: made.goalId, state: 'met' }]);
    const { policies } = await listPolicies(deps, owner, { projectId });
    expect(policies.find((each) => each.ref === made.policyId)).toMatchObject({ isStandard: false });
    await expect(restoreRun(deps, owner, made)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('shows each person what they could see, and who of them may take it out', async () => {
    const { deps } = test;
    const { owner, orgId } = await test.organisation();
    const projectId = await test.project(owner);
    await trashAll(owner, await make(owner, projectId));
    const as = async (role: 'viewer' | 'engineer' | 'annotator') => {
      const person = await test.member(orgId, ['member']);
      await test.inProject(projectId, person, [role]);
      return (await listTrash(deps, person)).items.map(({ kind, mayRestore }) => [kind, mayRestore]);
    };
    expect(await as('annotator')).toEqual([['goal', false]]);
    expect(await as('viewer')).toEqual([
      ['goal', false],
      ['policy', false],
      ['run', false],
      ['recipe', false],
    ]);
    expect(await as('engineer')).toEqual([
      ['goal', false],
      ['policy', false],
      ['run', true],
      ['recipe', true],
    ]);
    expect((await listTrash(deps, (await test.organisation()).owner)).items).toEqual([]);
  });

  it('takes no run that is at work, nor one that an open report reads', async () => {
    const { deps } = test;
    const { owner } = await test.organisation();
    const projectId = await test.project(owner);
    const at = { projectId, actor: owner };
    const busy = await addRun(test, { ...at, name: 'Busy', status: 'RUNNING' });
    await expect(trashRun(deps, owner, busy)).rejects.toMatchObject({
      code: 'conflict',
      message: 'Run 1 is still at work.',
    });
    const read = await addRun(test, { ...at, name: 'Read', status: 'READY' });
    await command(deps, owner, async ({ t, record }) => {
      const id = deps.ids.next();
      await t.reports.create({
        id,
        projectId,
        runId: null,
        name: 'Beside',
        subjects: { real: { kind: 'run', runId: read.runId }, synthetic: null, unseen: null },
        question: {},
        policyRef: 'balanced',
        createdBy: owner.userId,
      });
      await record({ action: 'test.made', object: { type: 'report', id }, projectId });
    });
    await expect(trashRun(deps, owner, read)).rejects.toMatchObject({ code: 'conflict' });
    expect((await listTrash(deps, owner)).items).toEqual([]);
  });

  it('says what would miss a run', async () => {
    const { deps } = test;
    const { owner } = await test.organisation();
    const projectId = await test.project(owner);
    const made = await make(owner, projectId);
    const large = await addRun(test, {
      projectId,
      actor: owner,
      name: 'Large',
      status: 'READY',
      pilotId: made.runId,
    });
    const measurementId = await measure(owner, made.reportId, 'trend-error', 0.2);
    const { id: goalId } = await createGoal(deps, owner, {
      projectId,
      goal: goalInput.parse({
        name: 'Kept',
        metric: 'trend-error',
        comparator: '<=',
        target: 0.1,
        baseline: { kind: 'measured', value: 0.2, measurementId },
      }),
    });
    expect(await runDependents(deps, owner, made)).toEqual({
      ownReports: [{ id: made.reportId, name: 'Report of Pilot' }],
      otherReports: [],
      rampedUp: [{ id: large.runId, number: 2, name: 'Large' }],
      goals: [{ id: goalId, name: 'Kept' }],
    });
  });

  it('is emptied after its days: a recipe only after the runs that it made', async () => {
    const { deps } = test;
    const { owner } = await test.organisation();
    const made = await make(owner, await test.project(owner));
    await measure(owner, made.reportId, 'shape-error', 0.05);
    const long = new Date(Date.now() - (TRASH_DAYS + 1) * 86_400_000);
    test.setNow(long);
    await trashAll(owner, made);
    test.setNow(null);
    const left = async () => ({
      kinds: (await listTrash(deps, owner)).items.map((item) => item.kind),
      measured: (await query(deps, owner, (t) => t.measurements.latest('report', made.reportId))).length,
      events: (await listEvents(deps, owner, { limit: 50, before: null })).events.map(
        (event) => event.action,
      ),
    });
    expect((await left()).measured).toBe(1);
    expect(await purgeTrash(deps)).toMatchObject({ failed: 0 });
    expect(await left()).toMatchObject({ kinds: ['recipe'], measured: 0 });
    expect((await left()).events).toEqual(
      expect.arrayContaining(['run.purged', 'policy.purged', 'goal.purged']),
    );
    await purgeTrash(deps);
    expect((await left()).kinds).toEqual([]);
  });
});
