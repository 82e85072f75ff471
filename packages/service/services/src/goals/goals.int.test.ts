import { type GoalInput, goalInput } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { addRun } from '../testing/add-run.ts';
import { createTestDeps, type TestDeps } from '../testing/test-deps.ts';
import { createGoal, listGoalFigures, listGoals } from './goals.ts';

let test: TestDeps;
beforeAll(async () => {
  test = await createTestDeps();
});
afterAll(() => test.close());

it('takes a baseline from what a report measured, and says how far it is and what is overdue', async () => {
  const { deps } = test;
  const { owner } = await test.organisation();
  const projectId = await test.project(owner);
  const { reportId } = await addRun(test, {
    projectId,
    actor: owner,
    name: 'Pilot',
    status: 'READY',
    verdict: 'passed',
  });
  const measurementId = deps.ids.next();
  await query(deps, owner, (t) =>
    t.measurements.addMany([
      {
        id: measurementId,
        metric: 'detection-auc',
        method: 'detection-auc',
        methodVersion: 1,
        subjectType: 'report',
        subjectId: reportId ?? '',
        slice: {},
        sliceKey: '{}',
        value: 0.7,
        reason: null,
        numerator: null,
        denominator: null,
        low: 0.65,
        high: 0.75,
        confidence: 0.95,
        n: 800n,
        inputs: {},
        jobId: null,
      },
    ]),
  );
  const { figures } = await listGoalFigures(deps, owner, { projectId, metric: 'detection-auc', slice: {} });
  expect(figures).toMatchObject([
    { measurementId, reportId, reportName: 'Report of Pilot', value: 0.7, low: 0.65, high: 0.75, n: 800 },
  ]);

  const set = (change: Partial<GoalInput>) =>
    createGoal(deps, owner, {
      projectId,
      goal: goalInput.parse({
        name: 'Hard to tell',
        metric: 'detection-auc',
        comparator: '<=',
        target: 0.6,
        ...change,
      }),
    });
  const measured = (value: number) => ({ kind: 'measured' as const, value, measurementId });
  await set({ baseline: measured(0.7), due: '2020-01-01', blocking: true });
  await set({ target: 0.8, due: '2020-01-01' });
  await expect(set({ baseline: measured(0.6) })).rejects.toMatchObject({ code: 'bad-input' });
  await expect(set({ metric: 'shape-error', baseline: measured(0.7) })).rejects.toMatchObject({
    code: 'bad-input',
  });
  const elsewhere = await test.project(owner, 'Elsewhere');
  await expect(
    createGoal(deps, owner, {
      projectId: elsewhere,
      goal: goalInput.parse({
        name: 'From another project',
        metric: 'detection-auc',
        comparator: '<=',
        target: 0.6,
        baseline: measured(0.7),
      }),
    }),
  ).rejects.toMatchObject({ code: 'not-found' });

  const { goals } = await listGoals(deps, owner, { projectId, reportId });
  expect(goals).toMatchObject([
    {
      state: 'missed',
      overdue: true,
      blocking: true,
      baseline: { kind: 'measured', value: 0.7, measurementId },
      latest: { value: 0.7, n: 800 },
      trend: [{ value: 0.7 }],
    },
    { state: 'met', overdue: false, baseline: null },
  ]);
});
