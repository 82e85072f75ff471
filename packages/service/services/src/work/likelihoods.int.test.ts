import { batchControls, labelSchema } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { createLabelSchema } from '../label-schemas/save-label-schema.ts';
import { addBatch, addLabelSchema, YES_OR_NO } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { claimWork } from './claim-work.ts';
import { createBatch } from './create-batch.ts';
import { getBatch } from './read-batches.ts';
import { readWorkContext } from './work-context.ts';

const ROWS = 400;
/** The others are left for planted faults. */
const ASKED = 340;
const rows = Array.from({ length: ROWS }, (_, i) => i);
const temperature = (row: number) => (row * 37) % 100;
const site = (row: number) => ['hill', 'lake', 'shore'][row % 3] as string;
/** What the others teach: warm is a swan, cold a goose. Every fortieth row says the opposite. */
const isFlipped = (row: number) => row % 40 === 7;
const label = (row: number) => (temperature(row) >= 50 !== isFlipped(row) ? 'Swan' : 'Goose');
const csv = `id,temperature,site,species\n${rows.map((r) => `${r},${temperature(r)},${site(r)},${label(r)}`).join('\n')}\n`;

let test: TestDeps;
let manager: UserActor;
let projectId: string;
let runId: string;
let labelSchemaVersionId: string;
beforeAll(async () => {
  test = await createTestDeps();
  manager = (await test.organisation()).owner;
  projectId = await test.project(manager);
  await test.inProject(projectId, manager, ['manager']);
  runId = await addRowsRun(test, manager, { projectId, csv });
  const { versionId } = await createLabelSchema(test.deps, manager, {
    projectId,
    name: 'Species',
    description: '',
    document: labelSchema.parse({
      ...YES_OR_NO,
      questions: YES_OR_NO.questions.map((question) => ({
        ...question,
        corrects: 'species',
        labels: [
          { id: '00000000-0000-4000-8000-000000000031', name: 'Swan' },
          { id: '00000000-0000-4000-8000-000000000032', name: 'Goose' },
        ],
      })),
    }),
  });
  labelSchemaVersionId = versionId;
}, 120_000);
afterAll(() => test.close());

const selection = (
  order: 'row' | 'shuffled' | 'similar' | 'suspects',
  likelihood?: boolean,
  size: number | null = null,
) => ({
  type: 'assay.batch-selection' as const,
  version: 1 as const,
  where: { op: 'true' as const },
  size,
  quota: null,
  order,
  seed: 'likelihoods',
  ...(likelihood === undefined ? {} : { likelihood }),
});
const served = (batchId: string) =>
  query(test.deps, manager, (t) => t.tasks.list(batchId, {}, null, ROWS * 2));

it('serves rows first whose own label the others contradict, and says how likely it is and how far to believe that', async () => {
  const { deps } = test;
  const batchId = await addBatch(test, manager, {
    projectId,
    runId,
    labelSchemaVersionId,
    kind: 'verify',
    selection: selection('suspects', undefined, ASKED),
    controls: batchControls.parse({ seeded: 0.05 }),
  });
  const tasks = await served(batchId);
  const samples = tasks.filter((task) => task.control === null).map((task) => Number(task.row));
  expect(samples).toHaveLength(ASKED);
  // All are among the first twelve: some rows at the edge of warm may be as doubtful.
  const flipped = samples.filter(isFlipped);
  expect(flipped.length).toBeGreaterThan(5);
  expect(flipped.filter((row) => !samples.slice(0, 12).includes(row))).toEqual([]);

  const { tasks: held, batches } = await claimWork(deps, manager, { projectId, batchId, want: 1 });
  const [first] = held;
  expect(batches[0]?.kind).toBe('verify');
  if (first?.likelihood === null || first === undefined) throw new Error('Nothing is said of the first row.');
  const { own, likeliest, probability } = first.likelihood;
  expect(own).toBeLessThan(0.2);
  expect(probability).toBeGreaterThan(0.8);
  const shown = tasks.find((task) => task.item === first.item);
  expect(likeliest).toBe(temperature(Number(shown?.row)) >= 50 ? 'Swan' : 'Goose');

  const { labelModel } = await readWorkContext(deps, manager, { batchId });
  expect(labelModel).toMatchObject({ column: 'species', rows: ROWS, folds: 5, classes: 2 });
  expect(labelModel?.agrees).toBeGreaterThanOrEqual(ROWS - rows.filter(isFlipped).length - 10);
  expect(labelModel?.calibration.bins.reduce((sum, bin) => sum + bin.rows, 0)).toBe(ROWS);
  expect((await getBatch(deps, manager, { batchId })).labelModel).toEqual(labelModel);
  // Of a planted wrong label it is said how likely that one is, as of any other: nothing tells it apart.
  const controls = await query(deps, manager, (t) => t.controls.items(batchId));
  const likelihoods = new Map(tasks.map((task) => [task.item, task.likelihood as { own: number } | null]));
  expect(controls).toHaveLength(17);
  // Controls lie where they would if they were samples: no break in the order tells of one.
  const rising = tasks.map((task) => (task.likelihood as { own: number }).own);
  expect(rising).toEqual([...rising].sort((a, b) => a - b));
  let wrong = 0;
  for (const { item, row, truth } of controls) {
    const said = likelihoods.get(item);
    expect(said).not.toBeNull();
    const { fault } = truth as { fault: { kind: string } };
    if (fault.kind !== 'wrong-label' || isFlipped(row)) continue;
    wrong += 1;
    expect(said?.own).toBeLessThan(0.5);
  }
  expect(wrong).toBeGreaterThan(0);
}, 60_000);

it('is the same again, and says nothing where nobody asked', async () => {
  const make = (order: 'row' | 'suspects', likelihood?: boolean) =>
    addBatch(test, manager, {
      projectId,
      runId,
      labelSchemaVersionId,
      selection: selection(order, likelihood),
    });
  const both = await Promise.all([make('row', true), make('row', true)]);
  const [one, two] = await Promise.all(both.map(served));
  expect(one?.map((task) => task.likelihood)).toEqual(two?.map((task) => task.likelihood));
  expect(one?.every((task) => task.likelihood !== null)).toBe(true);
  expect(one?.map((task) => Number(task.row))).toEqual(rows);
  const quiet = await make('row');
  expect((await served(quiet)).every((task) => task.likelihood === null)).toBe(true);
  expect((await getBatch(test.deps, manager, { batchId: quiet })).labelModel).toBeNull();
}, 60_000);

it('serves rows that are alike after one another', async () => {
  const batchId = await addBatch(test, manager, {
    projectId,
    runId,
    labelSchemaVersionId,
    selection: selection('similar'),
  });
  const order = (await served(batchId)).map((task) => Number(task.row));
  expect([...order].sort((a, b) => a - b)).toEqual(rows);
  const changes = (list: readonly number[]) =>
    list.filter(
      (row, at) =>
        at > 0 && `${site(row)} ${label(row)}` !== `${site(list[at - 1]!)} ${label(list[at - 1]!)}`,
    ).length;
  expect(changes(order)).toBeLessThan(changes(rows) / 4);
});

it('is refused where no label comes with the rows', async () => {
  const { deps } = test;
  const refuse = async (part: ReturnType<typeof selection>) =>
    createBatch(deps, manager, {
      projectId,
      kind: 'label',
      name: 'Refused',
      description: '',
      runId,
      labelSchemaVersionId: await addLabelSchema(test, manager, projectId),
      guidelineId: null,
      investigation: false,
      selection: part,
      overlap: 1,
      priority: 1,
      dueAt: null,
      assignment: 'pull',
      people: [],
      controls: batchControls.parse({}),
    });
  await expect(refuse(selection('suspects'))).rejects.toMatchObject({
    code: 'bad-input',
    field: 'selection.order',
  });
  await expect(refuse(selection('row', true))).rejects.toMatchObject({
    code: 'bad-input',
    field: 'selection.likelihood',
  });
});
