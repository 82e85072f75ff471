import type { Predicate, ScenarioInput } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listEvents } from '../ledger/list-events.ts';
import { addBatch, addLabelSchema, answerOf } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { answerBatch } from '../testing/answer-batch.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { commitDatasetVersion } from '../versions/commit-version.ts';
import { coverDataset } from './cover-dataset.ts';
import { listScenarios, listScenarioVersions } from './read-scenarios.ts';
import {
  addScenarios,
  moveScenario,
  restoreScenario,
  retireScenario,
  updateScenario,
} from './scenario-list.ts';

const soak = process.env.ASSAY_SOAK === '1' ? 100 : 1;
const COLOURS = ['red', 'green', 'blue', null] as const;
const COUNT = 300;

type Row = { id: number; colour: string | null; size: number | null; width: number | null };

let state = 20_261_121;
// A linear congruential draw (Park and Miller 1988): the same rows and conditions each time.
const below = (n: number): number => {
  state = (state * 48_271) % 2_147_483_647;
  return state % n;
};
function pick<const T>(values: readonly [T, ...T[]]): T {
  return values[below(values.length)] ?? values[0];
}
const some = () => (below(5) === 0 ? null : below(21));
const ROWS: Row[] = Array.from({ length: COUNT }, (_, id) => ({
  id,
  colour: pick(COLOURS),
  size: some(),
  width: some(),
}));

/** SQL's logic of three values, written anew: null is unknown, and what is unknown does not match. */
function says(predicate: Predicate, row: Row): boolean | null {
  const cell = (name: string) => row[name as keyof Row];
  switch (predicate.op) {
    case 'true':
      return true;
    case 'missing':
      return cell(predicate.column) === null;
    case 'not': {
      const inner = says(predicate.arg, row);
      return inner === null ? null : !inner;
    }
    case 'and':
    case 'or': {
      const decides = predicate.op === 'or';
      const all = predicate.args.map((arg) => says(arg, row));
      return all.includes(decides) ? decides : all.includes(null) ? null : !decides;
    }
    case 'in': {
      const value = cell(predicate.column);
      // No value is in an empty list, whether it is known or not.
      if (predicate.values.length === 0) return false;
      return value === null ? null : predicate.values.includes(value);
    }
    case 'compare':
    case 'compare-columns': {
      const [left, right] =
        predicate.op === 'compare'
          ? [cell(predicate.column), predicate.value]
          : [cell(predicate.left), cell(predicate.right)];
      if (left === null || right === null) return null;
      const order = left === right ? 0 : left < right ? -1 : 1;
      return {
        '=': order === 0,
        '!=': order !== 0,
        '<': order < 0,
        '<=': order <= 0,
        '>': order > 0,
        '>=': order >= 0,
      }[predicate.comparator];
    }
    default:
      throw new Error(`The test has no ${predicate.op}.`);
  }
}
const countOf = (where: Predicate, rows: readonly Row[]) =>
  rows.filter((row) => says(where, row) === true).length;

const comparator = () => pick(['=', '!=', '<', '<=', '>', '>=']);
const LEAVES: readonly [() => Predicate, ...(() => Predicate)[]] = [
  () => ({
    op: 'compare',
    column: pick(['size', 'width']),
    comparator: comparator(),
    value: below(23) - 1,
  }),
  () => ({ op: 'compare-columns', left: 'size', comparator: comparator(), right: 'width' }),
  () => ({
    op: 'in',
    column: 'colour',
    values: ['red', 'green', 'blue', 'black'].filter(() => below(2) === 0),
  }),
  () => ({ op: 'missing', column: pick(['colour', 'size']) }),
];
const leaves = () => Array.from({ length: 1 + below(3) }, () => pick(LEAVES)());
const SHAPES: readonly [() => Predicate, ...(() => Predicate)[]] = [
  () => pick(LEAVES)(),
  () => ({ op: 'not', arg: pick(LEAVES)() }),
  () => ({ op: pick(['and', 'or']), args: leaves() }),
  () => ({ op: 'not', arg: { op: pick(['and', 'or']), args: leaves() } }),
];

let test: TestDeps;
let manager: UserActor;
let runId: string;
let projectId: string;
beforeAll(async () => {
  test = await createTestDeps();
  manager = (await test.organisation()).owner;
  projectId = await test.project(manager);
  const cell = (value: string | number | null) => value ?? '';
  const lines = ROWS.map((row) => [row.id, cell(row.colour), cell(row.size), cell(row.width)].join(','));
  runId = await addRowsRun(test, manager, {
    projectId,
    csv: `id,colour,size,width\n${lines.join('\n')}\n`,
    withoutSource: true,
  });
}, 120_000);
afterAll(() => test.close());

const named = (name: string, more: Partial<ScenarioInput> = {}): ScenarioInput => ({
  name,
  kind: 'scenario',
  why: '',
  importance: 'should',
  where: null,
  minimum: { kind: 'rows', rows: 1 },
  ...more,
});

it('keeps every version of the list, with who changed what, and lets two experts work on different scenarios', async () => {
  const { deps } = test;
  const project = await test.project(manager);
  const list = (number: number | null = null) => listScenarios(deps, manager, { projectId: project, number });
  expect(await list()).toMatchObject({ number: 0, scenarios: [], saved: null });
  const { ids } = await addScenarios(deps, manager, {
    projectId: project,
    scenarios: [named('Two jobs'), named('No income'), named('Very old')],
  });
  const [two = '', none = '', old = ''] = ids;
  // Both saw the list as it was added; each changes another scenario.
  await Promise.all([
    updateScenario(deps, manager, {
      projectId: project,
      scenarioId: two,
      revision: 1,
      scenario: named('Two jobs at once', { why: 'Hours add up.' }),
    }),
    retireScenario(deps, manager, { projectId: project, scenarioId: none, revision: 1 }),
  ]);
  await expect(
    updateScenario(deps, manager, {
      projectId: project,
      scenarioId: two,
      revision: 1,
      scenario: named('Three jobs'),
    }),
  ).rejects.toMatchObject({ code: 'stale' });
  await expect(
    addScenarios(deps, manager, { projectId: project, scenarios: [named('very OLD')] }),
  ).rejects.toMatchObject({ code: 'conflict', field: 'name' });
  await expect(
    moveScenario(deps, manager, { projectId, scenarioId: two, before: null }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await moveScenario(deps, manager, { projectId: project, scenarioId: old, before: two });
  await restoreScenario(deps, manager, { projectId: project, scenarioId: none, revision: 2 });

  const now = await list();
  expect(now.scenarios.map(({ name, revision, retired }) => [name, revision, retired])).toEqual([
    ['Very old', 1, false],
    ['Two jobs at once', 2, false],
    ['No income', 3, false],
  ]);
  expect(now).toMatchObject({ number: 5, saved: { by: { userId: manager.userId } } });
  expect((await list(1)).scenarios.map(({ name }) => name)).toEqual(['Two jobs', 'No income', 'Very old']);
  await expect(list(9)).rejects.toMatchObject({ code: 'not-found' });
  const { versions, next } = await listScenarioVersions(deps, manager, {
    projectId: project,
    below: null,
    limit: 3,
  });
  expect(versions.map(({ number, changes }) => [number, changes[0]?.change, changes[0]?.name])).toEqual([
    [5, 'restored', 'No income'],
    [4, 'moved', 'Very old'],
    [3, expect.stringMatching(/retired|changed/), expect.any(String)],
  ]);
  expect(next).toBe(3);
  const { events } = await listEvents(deps, manager, { projectId: project, limit: 50, before: null });
  expect(
    events
      .map(({ action }) => action)
      .filter((action) => action.startsWith('scenario.'))
      .sort(),
  ).toEqual([
    'scenario.added',
    'scenario.moved',
    'scenario.restored',
    'scenario.retired',
    'scenario.updated',
  ]);
}, 120_000);

it('counts the rows of each scenario exactly, in a run and among the samples of a version', async () => {
  const { deps } = test;
  const asked = Array.from({ length: Math.min(190, 60 * soak) }, () => pick(SHAPES)());
  const where = new Map<string, Predicate>();
  const { ids } = await addScenarios(deps, manager, {
    projectId,
    scenarios: asked.map((each, at) =>
      named(`Scenario ${at}`, {
        where: each,
        minimum: at % 2 === 0 ? { kind: 'rows', rows: 40 } : { kind: 'share', numerator: 1, denominator: 7 },
      }),
    ),
  });
  ids.forEach((id, at) => {
    const predicate = asked[at];
    if (predicate !== undefined) where.set(id, predicate);
  });
  await addScenarios(deps, manager, {
    projectId,
    scenarios: [
      named('Not yet'),
      named('Elsewhere', { where: { op: 'missing', column: 'shade' }, importance: 'must' }),
    ],
  });
  const check = async (of: Parameters<typeof coverDataset>[2]['of'], rows: readonly Row[]) => {
    const found = await coverDataset(deps, manager, { projectId, of });
    expect(found).toMatchObject({ list: { number: 2 }, rows: rows.length });
    const states = new Set<string>();
    for (const { scenario, matching, needed, state } of found?.items ?? []) {
      const predicate = where.get(scenario.id);
      if (predicate === undefined) continue;
      const count = countOf(predicate, rows);
      expect(matching, JSON.stringify(predicate)).toBe(count);
      const least = scenario.minimum.kind === 'rows' ? 40 : Math.max(1, Math.ceil(rows.length / 7));
      expect(needed).toBe(least);
      expect(state).toBe(count >= least ? 'covered' : count > 0 ? 'short' : 'missing');
      states.add(state);
    }
    expect([...states].sort()).toEqual(['covered', 'missing', 'short']);
    const rest = (found?.items ?? []).filter((each) => !where.has(each.scenario.id));
    expect(rest).toMatchObject([
      { state: 'not-expressed', matching: null, reason: null },
      { state: 'not-expressible', matching: null, reason: 'There is no column "shade".' },
    ]);
  };
  await check({ kind: 'run', runId }, ROWS);

  const labelled: Predicate = { op: 'compare', column: 'size', comparator: '<', value: 8 };
  const batchId = await addBatch(test, manager, {
    projectId,
    runId,
    labelSchemaVersionId: await addLabelSchema(test, manager, projectId),
    selection: {
      type: 'assay.batch-selection',
      version: 1,
      where: labelled,
      size: null,
      quota: null,
      order: 'row',
      seed: 'test',
    },
  });
  await answerBatch(test, manager, { projectId, batchId }, () => answerOf(true));
  const { versionId, jobId } = await commitDatasetVersion(deps, manager, {
    projectId,
    runIds: [runId],
    scope: 'labelled',
    method: 'majority',
    message: 'Small ones',
    branch: 'main',
    parentId: null,
  });
  expect((await runHere(deps, manager, jobId)).error).toBeNull();
  const members = ROWS.filter((row) => says(labelled, row) === true);
  expect(members.length).toBeGreaterThan(20);
  await check({ kind: 'version', versionId }, members);

  const elsewhere = await test.project(manager);
  await expect(
    coverDataset(deps, manager, { projectId: elsewhere, of: { kind: 'run', runId } }),
  ).rejects.toMatchObject({ code: 'not-found' });
}, 240_000);
