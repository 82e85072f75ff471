import { batchControls, type Predicate, tableManifest } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getAgreement } from '../agreement/read-agreement.ts';
import { query } from '../frame/command.ts';
import { addScenarios, retireScenario, updateScenario } from '../scenarios/scenario-list.ts';
import { addBatch, answerOf } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { answerBatch } from '../testing/answer-batch.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { labelledItems } from './labelled-items.ts';
import { sliceNumbers } from './slice-numbers.ts';

const csv = `id,size\n${Array.from({ length: 40 }, (_, i) => `${i},${i % 4 === 0 ? '' : i}`).join('\n')}\n`;
const below = (value: number, column = 'id'): Predicate => ({
  op: 'compare',
  column,
  comparator: '<',
  value,
});
const scenario = (name: string, where: Predicate | null) => ({
  name,
  kind: 'scenario' as const,
  why: '',
  importance: 'should' as const,
  where,
  minimum: { kind: 'rows' as const, rows: 1 },
});

let test: TestDeps;
let manager: UserActor;
let ann: UserActor;
let ben: UserActor;
let projectId: string;
let runId: string;
let batchId: string;
let ids: string[];
beforeAll(async () => {
  test = await createTestDeps();
  const { owner, orgId } = await test.organisation();
  manager = owner;
  projectId = await test.project(manager);
  [ann, ben] = [await test.member(orgId, ['member']), await test.member(orgId, ['member'])];
  for (const person of [ann, ben]) await test.inProject(projectId, person, ['annotator']);
  runId = await addRowsRun(test, manager, { projectId, csv });
  // The first twenty rows, and control tasks that were made of the others but could be of any slice by their number.
  batchId = await addBatch(test, manager, {
    projectId,
    runId,
    overlap: 2,
    selection: {
      type: 'assay.batch-selection',
      version: 1,
      where: below(20),
      size: null,
      quota: null,
      order: 'shuffled',
      seed: 'slices',
    },
    controls: batchControls.parse({ gold: 0, seeded: 0.2 }),
  });
  ids = (
    await addScenarios(test.deps, manager, {
      projectId,
      scenarios: [
        scenario('First five', below(5)),
        scenario('All', { op: 'true' }),
        scenario('Without a size', { op: 'missing', column: 'size' }),
        scenario('Not there', below(5, 'width')),
        scenario('In words alone', null),
        scenario('Retired', below(7)),
      ],
    })
  ).ids;
  await retireScenario(test.deps, manager, { projectId, scenarioId: ids[5] ?? '', revision: 1 });
  const at = { projectId, batchId };
  await answerBatch(test, ann, at, () => answerOf(true));
  await answerBatch(test, ben, at, (task) => answerOf(task.row >= 3));
}, 120_000);
afterAll(() => test.close());

const all = { batchId: null, personId: null, days: null, timeZone: 'Europe/Vienna' };
const numbers = () => sliceNumbers(test.deps, manager, { ...all, projectId });

it('tells answers and times of each slice apart, and leads to as many', async () => {
  const found = await numbers();
  expect(found.batches).toEqual({ counted: 1, of: 1, unreadable: 0 });
  // By hand: rows 0 to 4; rows 0 to 19; of those every fourth. Each twice, a second each.
  const of = (samples: number) => ({ samples, answers: 2 * samples, activeMs: 2000 * samples, unasked: 0 });
  expect(found.slices).toMatchObject([
    { name: 'First five', ...of(5), median: 1000 },
    { name: 'All', ...of(20) },
    { name: 'Without a size', ...of(5) },
    { name: 'Not there', samples: 0, answers: 0, median: null, unasked: 1 },
  ]);
  const items = { status: null, day: null, skipReason: null, label: null, limit: 50, before: null } as const;
  for (const { sliceId, answers } of found.slices) {
    const listed = await labelledItems(test.deps, manager, { ...all, ...items, projectId, sliceId });
    expect(listed.items).toHaveLength(answers);
    expect(listed.items.every((item) => item.control === null)).toBe(true);
  }
  const mine = await sliceNumbers(test.deps, manager, { ...all, projectId, personId: ben.userId });
  expect(mine.slices.map(({ answers }) => answers)).toEqual([5, 20, 5, 0]);
  // An unexpressed or a retired scenario is no slice, nor is that of another project.
  for (const sliceId of [ids[4], ids[5]]) {
    await expect(
      labelledItems(test.deps, manager, { ...all, ...items, projectId, sliceId: sliceId ?? '' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  }
  const elsewhere = await test.project(manager, 'Elsewhere');
  await expect(
    sliceNumbers(test.deps, manager, { ...all, projectId: elsewhere, batchId }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

it('computes agreement within each slice, anew when what it asks changes', async () => {
  const { agreement, slices } = await getAgreement(test.deps, manager, { batchId });
  expect(slices.map(({ name }) => name)).toEqual(['First five', 'All', 'Without a size']);
  const [question] = agreement?.questions ?? [];
  // Ben said no of rows 0, 1 and 2; among every fourth row only of row 0.
  expect(question?.slices).toMatchObject([
    { sliceId: ids[0], percent: { value: 2 / 5, samples: 5, answers: 10 } },
    { sliceId: ids[1], percent: { value: 17 / 20, samples: 20 } },
    { sliceId: ids[2], percent: { value: 4 / 5, samples: 5 } },
  ]);
  // Of all rows it is what it is without slices.
  expect(question?.slices[1]?.alpha).toEqual(question?.alpha);
  await updateScenario(test.deps, manager, {
    projectId,
    scenarioId: ids[0] ?? '',
    revision: 1,
    scenario: scenario('First three', below(3)),
  });
  const again = await getAgreement(test.deps, manager, { batchId });
  expect(again.slices[0]?.name).toBe('First three');
  expect(again.agreement?.questions[0]?.slices[0]).toMatchObject({ percent: { value: 0, samples: 3 } });
});

it('remembers what it found, and says whose rows it cannot read', async () => {
  const before = await numbers();
  const run = await query(test.deps, manager, (t) => t.runs.getAny(runId));
  for (const { key } of tableManifest.parse(run?.manifest).chunks) await test.deps.storage.delete(key);
  expect(await numbers()).toEqual(before);
  await addScenarios(test.deps, manager, { projectId, scenarios: [scenario('New', below(9))] });
  const after = await numbers();
  expect(after.batches).toEqual({ counted: 0, of: 1, unreadable: 1 });
  expect(after.slices.slice(0, -1)).toEqual(before.slices);
  expect(after.slices.at(-1)).toMatchObject({ name: 'New', samples: 0, answers: 0 });
});
