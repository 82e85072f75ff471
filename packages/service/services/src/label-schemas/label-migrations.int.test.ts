import { type Annotation, type AnnotationAnswer, type LabelSchema, labelSchema } from '@assay/contracts';
import { createDb, type Repositories } from '@assay/db';
import { mapAnnotation, planMigration } from '@assay/domain';
import { birdSchema, idsFrom, randomAnnotation, randomOperations, sceneSchema } from '@assay/domain/testing';
import { createStream, drawInteger } from '@assay/random';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { getAgreement } from '../agreement/read-agreement.ts';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { labellingNumbers } from '../labelling/labelling-numbers.ts';
import { answerReturn } from '../review/answer-return.ts';
import { openReview } from '../review/claim-review.ts';
import { decideItem, type ReviewVerdict } from '../review/decide-review.ts';
import { listReview } from '../review/read-inbox.ts';
import { getReview } from '../review/read-item.ts';
import { getReturn, listReturns } from '../review/read-returns.ts';
import { addBatch } from '../testing/add-batch.ts';
import { addImageBatch, addImageRun, addImages, DRAWN } from '../testing/add-images.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { answerBatch } from '../testing/answer-batch.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { previewVersion } from '../versions/read-labels.ts';
import { submitTask, takeBack } from '../work/answer-task.ts';
import { claimWork } from '../work/claim-work.ts';
import { readDrawing, saveDrawing } from '../work/drawing.ts';
import { saveDraft } from '../work/save-draft.ts';
import { migrateLabelSchema, undoLabelSchemaMigration } from './migrate-label-schema.ts';
import { getLabelSchema } from './read-label-schemas.ts';
import { listLabelSchemaMigrations, planLabelSchemaMigration } from './read-migrations.ts';
import { createLabelSchema, saveLabelSchemaVersion } from './save-label-schema.ts';

const id = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const [SPECIES, GOOSE, SWAN, DUCK, RINGED, NOTE] = [1, 11, 12, 13, 111, 112].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

const BIRDS: LabelSchema = labelSchema.parse({
  type: 'assay.label-schema',
  version: 1,
  subject: 'row',
  questions: [
    {
      kind: 'single',
      id: SPECIES,
      name: 'Species',
      labels: [
        {
          id: GOOSE,
          name: 'Goose',
          key: '1',
          attributes: [
            { kind: 'boolean', id: RINGED, name: 'Ringed' },
            { kind: 'text', id: NOTE, name: 'Note' },
          ],
        },
        { id: SWAN, name: 'Swan', key: '2' },
        { id: DUCK, name: 'Duck', key: '3' },
      ],
    },
  ],
});

const saying = (labelId: string, attributes: Record<string, string | boolean> = {}): Annotation => ({
  type: 'assay.annotation',
  version: 1,
  answers: { [SPECIES]: { kind: 'single', label: { labelId, attributes } } },
  realism: null,
  artefact: false,
  artefactNote: '',
  comment: '',
  verdict: null,
});

let test: TestDeps;
let manager: UserActor;
let ann: UserActor;
let ben: UserActor;
let projectId: string;
let runId: string;
beforeAll(async () => {
  test = await createTestDeps();
  const organisation = await test.organisation();
  manager = organisation.owner;
  projectId = await test.project(manager);
  [ann, ben] = await Promise.all([annotator(), annotator()]);
  const csv = `id\n${Array.from({ length: 6 }, (_, i) => i).join('\n')}\n`;
  runId = await addRowsRun(test, manager, { projectId, csv });
}, 240_000);
afterAll(() => test.close());

async function annotator(): Promise<UserActor> {
  const person = await test.member(manager.orgId, ['member']);
  await test.inProject(projectId, person, ['annotator']);
  return person;
}

async function birds(): Promise<{ labelSchemaId: string; versionId: string }> {
  const about = { projectId, name: 'Birds', description: '', document: BIRDS };
  const { id: labelSchemaId, versionId } = await createLabelSchema(test.deps, manager, about);
  return { labelSchemaId, versionId };
}

const revisionOf = async (labelSchemaId: string) =>
  (await getLabelSchema(test.deps, manager, { labelSchemaId })).revision;

async function migrate(
  labelSchemaId: string,
  ...operations: Parameters<typeof migrateLabelSchema>[2]['operations']
) {
  const revision = await revisionOf(labelSchemaId);
  return migrateLabelSchema(test.deps, manager, { labelSchemaId, revision, operations, note: '' });
}

async function undo(labelSchemaId: string, migrationId: string) {
  const revision = await revisionOf(labelSchemaId);
  return undoLabelSchemaMigration(test.deps, manager, { labelSchemaId, migrationId, revision });
}

/** Somebody else does something when one has just asked the database for this, in the midst of one's transaction. */
function between<K extends 'tasks' | 'reviews'>(
  repository: K,
  asked: keyof Repositories[K],
  meanwhile: () => Promise<void>,
): Deps {
  const { deps } = test;
  const db: Deps['db'] = {
    ...deps.db,
    transaction: (who, run) =>
      deps.db.transaction(who, (t) => {
        const ask = t[repository][asked] as (...values: unknown[]) => Promise<unknown>;
        const asks = async (...values: unknown[]) => {
          const answer = await ask(...values);
          await meanwhile();
          return answer;
        };
        const own = { ...t[repository], [asked]: asks };
        return run(Object.create(t, { [repository]: { value: own } }));
      }),
  };
  return { ...deps, db };
}

/** What stands of a batch, as it is read now. */
const read = async (batchId: string): Promise<AnnotationAnswer[]> =>
  (await query(test.deps, manager, (t) => t.tasks.annotations(batchId, null, 100))).flatMap(
    ({ payload }) => (payload as Annotation).answers[SPECIES] ?? [],
  );

const labelsIn = async (batchId: string): Promise<string[]> =>
  (await read(batchId)).map((answer) => (answer.kind === 'single' ? answer.label.labelId : '')).sort();

describe('in the database and in the program', () => {
  it('answers are read alike', async () => {
    const db = createDb({ appUrl: test.ownerUrl, systemUrl: test.ownerUrl, poolSize: 1 });
    const stream = createStream('label migrations', 'read alike');
    let drawn = 0;
    const pick = (many: number) => drawInteger(stream, drawn++, many);
    try {
      for (let n = 0; n < 60; n += 1) {
        const schema = n % 2 === 0 ? birdSchema() : sceneSchema();
        const said = randomAnnotation(schema, pick);
        const { steps } = planMigration(schema, randomOperations(schema, pick, 4), idsFrom(0)).migration;
        const [row] = await db.identity.$queryRawUnsafe<{ mapped: unknown }[]>(
          'SELECT map_annotation($1::jsonb, $2::jsonb) AS mapped',
          JSON.stringify(said),
          JSON.stringify(steps),
        );
        expect(row?.mapped).toEqual(mapAnnotation(said, steps).annotation);
      }
    } finally {
      await db.close();
    }
  });
});

describe('a migration', () => {
  it('renames for everybody at once, without a word of an answer being written', async () => {
    const { labelSchemaId, versionId } = await birds();
    const batchId = await addBatch(test, manager, { projectId, runId, labelSchemaVersionId: versionId });
    await answerBatch(test, ann, { projectId, batchId }, () => saying(GOOSE), 2);
    const migrated = await migrate(labelSchemaId, { kind: 'rename', id: GOOSE, name: 'Branta' });
    expect(migrated).toMatchObject({ number: 2, batches: 1 });
    expect(await labelsIn(batchId)).toEqual([GOOSE, GOOSE]);
    const { batches } = await claimWork(test.deps, ben, { projectId, batchId, want: 1 });
    expect(batches[0]).toMatchObject({ labelSchemaVersionId: migrated.versionId });
    expect(JSON.stringify(batches[0]?.schema)).toContain('Branta');
    const undone = await undo(labelSchemaId, migrated.migrationId);
    expect(undone).toMatchObject({ number: 3, batches: 1 });
    expect((await getLabelSchema(test.deps, manager, { labelSchemaId })).document).toEqual(BIRDS);
  }, 60_000);

  it('says beforehand what it then does, and is undone without loss', async () => {
    const { labelSchemaId, versionId } = await birds();
    const of = { projectId, runId, labelSchemaVersionId: versionId, overlap: 2 };
    const batchId = await addBatch(test, manager, of);
    await answerBatch(test, ann, { projectId, batchId }, ({ row }) =>
      row < 3 ? saying(GOOSE, row < 2 ? {} : { [RINGED]: true, [NOTE]: 'red' }) : saying(SWAN),
    );
    await answerBatch(test, ben, { projectId, batchId }, () => saying(SWAN), 5);
    const before = await read(batchId);
    const agreement = () => getAgreement(test.deps, manager, { batchId });
    const labelled = async () =>
      (
        await previewVersion(test.deps, manager, {
          projectId,
          runIds: [runId],
          scope: 'accepted',
          method: 'majority',
        })
      ).labels;
    const undecided = await labelled();
    const differing = (await agreement()).agreement?.questions[0]?.percent;
    const operations = [{ kind: 'merge' as const, from: [GOOSE], into: SWAN }];
    const plan = await planLabelSchemaMigration(test.deps, manager, { labelSchemaId, operations });
    expect(plan).toMatchObject({ problems: [], exact: true, number: 1 });
    expect(plan.reach).toMatchObject({ batches: 1, annotations: 11, openTasks: 1, decisions: 0 });
    expect(plan.operations).toMatchObject([{ annotations: 3, given: 3, undecided: 0 }]);
    // Nothing was done yet.
    expect(await read(batchId)).toEqual(before);

    const { migrationId } = await migrate(labelSchemaId, ...operations);
    const after = await read(batchId);
    const changed = after.filter((answer, at) => JSON.stringify(answer) !== JSON.stringify(before[at]));
    expect(changed).toHaveLength(plan.operations[0]?.annotations ?? -1);
    expect(await labelsIn(batchId)).toEqual(Array(11).fill(SWAN));
    const numbers = await labellingNumbers(test.deps, manager, {
      projectId,
      batchId,
      personId: null,
      days: null,
      timeZone: 'UTC',
    });
    expect(numbers.labels).toMatchObject([{ label: 'Swan', answers: 11 }]);
    expect((await agreement()).agreement?.questions[0]?.percent).toMatchObject({ value: 1 });
    expect(differing).not.toMatchObject({ value: 1 });
    // Samples that the two answered differently have a label now, once their batch was looked through again.
    for (const job of await query(test.deps, manager, (t) => t.jobs.openFor(batchId))) {
      if (job.kind === 'review.sweep') await runHere(test.deps, manager, job.id);
    }
    expect(await labelled()).toBeGreaterThan(undecided);

    await undo(labelSchemaId, migrationId);
    expect(await read(batchId)).toEqual(before);
    expect((await agreement()).agreement?.questions[0]?.percent).toEqual(differing);
  }, 120_000);

  it('counts what somebody has to decide, with examples, and says so of each operation', async () => {
    const { labelSchemaId, versionId } = await birds();
    const batchId = await addBatch(test, manager, { projectId, runId, labelSchemaVersionId: versionId });
    await answerBatch(test, ann, { projectId, batchId }, ({ row }) =>
      saying(row === 0 ? SWAN : GOOSE, row > 3 ? { [RINGED]: row === 4 } : {}),
    );
    const split = {
      kind: 'split' as const,
      labelId: GOOSE,
      attributeId: RINGED,
      parts: [
        { name: 'Ringed goose', values: [true] },
        { name: 'Plain goose', values: [false] },
      ],
      rest: 1,
    };
    const rename = { kind: 'rename' as const, id: SWAN, name: 'Cygnus' };
    const operations = [split, rename];
    const plan = await planLabelSchemaMigration(test.deps, manager, { labelSchemaId, operations });
    expect(plan.operations).toMatchObject([
      { annotations: 5, undecided: 3 },
      { annotations: 1, undecided: 0 },
    ]);
    expect(plan.operations[0]?.examples.map(({ row }) => row).sort()).toEqual([1, 2, 3]);
    const { migrationId } = await migrate(labelSchemaId, ...operations);
    const labels = await labelsIn(batchId);
    expect(labels.filter((each) => each === GOOSE)).toEqual([]);
    expect(new Set(labels).size).toBe(3);
    await undo(labelSchemaId, migrationId);
    expect((await labelsIn(batchId)).filter((each) => each === GOOSE)).toHaveLength(5);
  }, 60_000);

  it('happens once of two at the same moment, and not at all where it is refused', async () => {
    const { labelSchemaId } = await birds();
    const revision = await revisionOf(labelSchemaId);
    const both = await Promise.allSettled(
      ['Branta', 'Anser'].map((name) =>
        migrateLabelSchema(test.deps, manager, {
          labelSchemaId,
          revision,
          operations: [{ kind: 'rename', id: GOOSE, name }],
          note: '',
        }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'stale' } });
    const cannot = migrate(labelSchemaId, { kind: 'merge', from: [GOOSE], into: GOOSE });
    await expect(cannot).rejects.toMatchObject({ code: 'bad-input', field: 'operations.0' });
    expect((await getLabelSchema(test.deps, manager, { labelSchemaId })).number).toBe(2);
  });

  it('leaves nothing behind when its transaction is cut off', async () => {
    const { labelSchemaId, versionId } = await birds();
    const batchId = await addBatch(test, manager, { projectId, runId, labelSchemaVersionId: versionId });
    await answerBatch(test, ann, { projectId, batchId }, () => saying(GOOSE), 1);
    const revision = await revisionOf(labelSchemaId);
    let drawn = 0;
    // The connection is lost after the version and the batches were written: at the salt of the event.
    const deps = {
      ...test.deps,
      randomBytes: (length: number) => {
        drawn += 1;
        throw new Error(`cut off, at ${length} bytes`);
      },
    };
    const operations = [{ kind: 'merge' as const, from: [GOOSE], into: SWAN }];
    const cutOff = migrateLabelSchema(deps, manager, { labelSchemaId, revision, operations, note: '' });
    await expect(cutOff).rejects.toThrow('cut off');
    expect(drawn).toBe(1);
    expect(await labelsIn(batchId)).toEqual([GOOSE]);
    expect(await getLabelSchema(test.deps, manager, { labelSchemaId })).toMatchObject({
      number: 1,
      revision,
    });
    expect((await listLabelSchemaMigrations(test.deps, manager, { labelSchemaId })).migrations).toEqual([]);
  }, 60_000);

  it('is undone last first, and not where somebody saved over it', async () => {
    const { labelSchemaId } = await birds();
    const first = await migrate(labelSchemaId, { kind: 'rename', id: GOOSE, name: 'Branta' });
    const second = await migrate(labelSchemaId, { kind: 'rename', id: SWAN, name: 'Cygnus' });
    await expect(undo(labelSchemaId, first.migrationId)).rejects.toMatchObject({ code: 'conflict' });
    await undo(labelSchemaId, second.migrationId);
    const { document, revision } = await getLabelSchema(test.deps, manager, { labelSchemaId });
    const later = structuredClone(document);
    for (const question of later.questions) {
      if (question.kind !== 'single') continue;
      for (const label of question.labels) if (label.id === GOOSE) label.name = 'Anser';
    }
    await saveLabelSchemaVersion(test.deps, manager, { labelSchemaId, revision, document: later, note: '' });
    await expect(undo(labelSchemaId, first.migrationId)).rejects.toMatchObject({ code: 'bad-input' });
    const { migrations } = await listLabelSchemaMigrations(test.deps, manager, { labelSchemaId });
    expect(
      migrations.map(({ toNumber, undone, undoable, undoes }) => [
        toNumber,
        undone,
        undoable,
        undoes !== null,
      ]),
    ).toEqual([
      [4, false, false, true],
      [3, true, false, false],
      [2, false, true, false],
    ]);
    expect(migrations[2]?.operations).toMatchObject([
      { kind: 'rename', path: ['Species', 'Goose'], to: 'Branta' },
    ]);
  });

  it('takes no batch that asks with something that the newest version has not, and makes none of old versions', async () => {
    const { labelSchemaId, versionId } = await birds();
    await addBatch(test, manager, { projectId, runId, labelSchemaVersionId: versionId });
    const without = structuredClone(BIRDS);
    for (const question of without.questions) {
      if (question.kind === 'single') question.labels = question.labels.filter((each) => each.id !== DUCK);
    }
    const save = async (document: LabelSchema) =>
      saveLabelSchemaVersion(test.deps, manager, {
        labelSchemaId,
        revision: await revisionOf(labelSchemaId),
        document,
        note: '',
      });
    await save(without);
    const rename = { kind: 'rename' as const, id: GOOSE, name: 'Branta' };
    await expect(migrate(labelSchemaId, rename)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('Duck'),
    });
    await save(BIRDS);
    expect(await migrate(labelSchemaId, rename)).toMatchObject({ number: 4, batches: 1 });
    const again = addBatch(test, manager, { projectId, runId, labelSchemaVersionId: versionId });
    await expect(again).rejects.toMatchObject({ code: 'conflict', field: 'labelSchemaVersionId' });
  }, 60_000);

  it('is nothing to people of other organisations', async () => {
    const { labelSchemaId } = await birds();
    const other = (await test.organisation('Another organisation')).owner;
    const rename = { kind: 'rename' as const, id: GOOSE, name: 'Branta' };
    const asked = { labelSchemaId, operations: [rename] };
    await expect(planLabelSchemaMigration(test.deps, other, asked)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(
      migrateLabelSchema(test.deps, other, { ...asked, revision: 1, note: '' }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(listLabelSchemaMigrations(test.deps, other, { labelSchemaId })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('a page that is older than a migration', () => {
  it('keeps its draft, and its answer is taken as it is now', async () => {
    const { deps } = test;
    const { labelSchemaId, versionId } = await birds();
    const batchId = await addBatch(test, manager, { projectId, runId, labelSchemaVersionId: versionId });
    const { tasks } = await claimWork(deps, ann, { projectId, batchId, want: 2 });
    const [task, other] = tasks;
    if (task === undefined || other === undefined) throw new Error('Nothing is served.');
    const field = `answer:${SPECIES}`;
    const goose = { kind: 'single', label: { labelId: GOOSE, attributes: { [RINGED]: true } } };
    const clientId = deps.ids.next();
    const change = (step: number) => ({ clientId, step, baseRevision: step - 1, set: { [field]: goose } });
    const page = { taskId: task.id, leaseId: task.leaseId, labelSchemaVersionId: versionId };
    await saveDraft(deps, ann, { ...page, change: change(1) });
    const { versionId: now } = await migrate(labelSchemaId, { kind: 'merge', from: [GOOSE], into: SWAN });

    // Whoever opens it now sees what it has become; whoever goes on in the old page loses nothing.
    const opened = await claimWork(deps, ann, { projectId, batchId, want: 2 });
    const drafted = opened.tasks.find((each) => each.id === task.id)?.draft.fields[field];
    expect(drafted).toMatchObject({ label: { labelId: SWAN } });
    expect(opened.batches[0]?.labelSchemaVersionId).toBe(now);
    const saved = await saveDraft(deps, ann, { ...page, change: change(2) });
    expect(saved.fields[field]).toMatchObject({ label: { labelId: SWAN } });

    const submit = (labelSchemaVersionId: string | null) =>
      submitTask(deps, ann, {
        taskId: task.id,
        leaseId: task.leaseId,
        annotationId: deps.ids.next(),
        payload: saying(GOOSE, { [RINGED]: true }),
        activeMs: 5,
        toolVersion: 'test',
        labelSchemaVersionId,
      });
    await expect(submit(null)).rejects.toMatchObject({
      code: 'bad-input',
      kept: expect.stringContaining('draft'),
    });
    await submit(versionId);
    expect(await labelsIn(batchId)).toEqual([SWAN]);
    expect(await takeBack(deps, ann, { taskId: task.id })).toMatchObject({
      payload: { answers: { [SPECIES]: { label: { labelId: SWAN } } } },
    });
  }, 60_000);

  it('is read as far as the version that it is kept under, whatever comes meanwhile', async () => {
    const { deps } = test;
    const { labelSchemaId, versionId } = await birds();
    const batchId = await addBatch(test, manager, { projectId, runId, labelSchemaVersionId: versionId });
    const [task] = (await claimWork(deps, ann, { projectId, batchId, want: 1 })).tasks;
    if (task === undefined) throw new Error('Nothing is served.');
    await migrate(labelSchemaId, { kind: 'merge', from: [GOOSE], into: SWAN });
    const page = { taskId: task.id, leaseId: task.leaseId, labelSchemaVersionId: versionId };
    const field = `answer:${SPECIES}`;
    const set = { [field]: { kind: 'single', label: { labelId: GOOSE, attributes: {} } } };
    const change = { clientId: deps.ids.next(), step: 1, baseRevision: 0, set };
    // Another migration comes when the task is in hand already.
    let later = '';
    const first = between('tasks', 'lock', async () => {
      later = (await migrate(labelSchemaId, { kind: 'merge', from: [SWAN], into: DUCK })).versionId;
    });
    const saved = await saveDraft(first, ann, { ...page, change });
    expect(saved.labelSchemaVersionId).toBe(later);
    expect(saved.fields[field]).toMatchObject({ label: { labelId: DUCK } });

    const second = between('tasks', 'lock', async () => {
      later = (await migrate(labelSchemaId, { kind: 'rename', id: DUCK, name: 'Anas' })).versionId;
    });
    const annotationId = deps.ids.next();
    const said = { payload: saying(GOOSE), activeMs: 5, toolVersion: 'test' };
    await submitTask(second, ann, { ...page, ...said, annotationId });
    const kept = await query(deps, manager, (t) => t.tasks.annotation(annotationId));
    expect(kept).toMatchObject({
      labelSchemaVersionId: later,
      payload: { answers: { [SPECIES]: { label: { labelId: DUCK } } } },
    });
  }, 60_000);

  it('keeps what was drawn', async () => {
    const { deps } = test;
    await addImages(test, manager, projectId, 1);
    const imageRun = await addImageRun(test, manager, projectId);
    const batchId = await addImageBatch(test, manager, { projectId, runId: imageRun, people: [ann.userId] });
    const { tasks, batches } = await claimWork(deps, ann, { projectId, batchId, want: 1 });
    const [task] = tasks;
    const under = batches[0]?.labelSchemaVersionId ?? null;
    if (task === undefined || under === null) throw new Error('Nothing is served.');
    const versions = await query(deps, manager, (t) => t.labelSchemas.version(under));
    const labelSchemaId = versions?.labelSchemaId ?? '';
    const region = (at: number) => ({
      type: 'region' as const,
      id: id(900 + at),
      label: { labelId: DRAWN.person, attributes: {} },
      order: at,
      groupId: null,
    });
    const box = { kind: 'box' as const, version: 1 as const, x: 1, y: 1, width: 9, height: 9 };
    const page = { taskId: task.id, leaseId: task.leaseId, labelSchemaVersionId: under };
    const clientId = deps.ids.next();
    const add = (step: number) => ({
      clientId,
      step,
      baseRevision: step - 1,
      added: [{ ...region(step), geometry: box }],
      updated: [],
      removed: [],
    });
    await saveDrawing(deps, ann, { ...page, change: add(1) });
    const { migrationId } = await migrate(labelSchemaId, {
      kind: 'merge',
      from: [DRAWN.person],
      into: DRAWN.car,
    });
    const seen = await readDrawing(deps, ann, page);
    expect(seen.records).toMatchObject([{ label: { labelId: DRAWN.car } }]);
    // Nothing was saved over it yet: undone, it is as it was.
    await undo(labelSchemaId, migrationId);
    expect((await readDrawing(deps, ann, page)).records).toMatchObject([
      { label: { labelId: DRAWN.person } },
    ]);
    await migrate(labelSchemaId, { kind: 'merge', from: [DRAWN.person], into: DRAWN.car });
    await saveDrawing(deps, ann, { ...page, change: add(2) });
    const all = await readDrawing(deps, ann, page);
    expect(all.records).toHaveLength(2);
    for (const record of all.records) expect(record).toMatchObject({ label: { labelId: DRAWN.car } });
  }, 120_000);
});

describe('a decision', () => {
  async function makeExpert(): Promise<UserActor> {
    const person = await test.member(manager.orgId, ['member']);
    await test.inProject(projectId, person, ['expert']);
    return person;
  }

  /** A sample that two people answered differently, in an expert's hands, and what one of them said. */
  async function undecided() {
    const { labelSchemaId, versionId } = await birds();
    const of = { projectId, runId, labelSchemaVersionId: versionId, overlap: 2 };
    const batchId = await addBatch(test, manager, of);
    await answerBatch(test, ann, { projectId, batchId }, () => saying(GOOSE), 1);
    await answerBatch(test, ben, { projectId, batchId }, () => saying(DUCK), 1);
    const expert = await makeExpert();
    const about = { projectId, status: 'OPEN', batchId, after: null, limit: 1 } as const;
    const [item] = (await listReview(test.deps, expert, about)).items;
    const reviewItemId = item?.id ?? '';
    const { leaseId } = await openReview(test.deps, expert, { reviewItemId });
    const said = await query(test.deps, manager, (t) => t.tasks.annotations(batchId, null, 10));
    const goose = said.find(({ authorId }) => authorId === ann.userId);
    const turn = { reviewItemId, leaseId };
    return { labelSchemaId, versionId, batchId, expert, turn, annotationId: goose?.id ?? '' };
  }

  const decided = async (batchId: string) => {
    const [decision] = await query(test.deps, manager, (t) => t.decisions.current(batchId, -1, 10));
    return decision?.payload;
  };

  /** How many transactions wait for another one. */
  async function waiting(): Promise<number> {
    const db = createDb({ appUrl: test.ownerUrl, systemUrl: test.ownerUrl, poolSize: 1 });
    try {
      const [row] = await db.identity.$queryRaw<{ many: number }[]>`
        SELECT count(*)::int AS many FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return row?.many ?? 0;
    } finally {
      await db.close();
    }
  }

  it('is read as the migration says that comes while it is made', async () => {
    const { labelSchemaId, batchId, expert, turn, annotationId } = await undecided();
    let migrating: Promise<unknown> = Promise.resolve();
    const deps = between('reviews', 'sample', async () => {
      let isDone = false;
      migrating = migrate(labelSchemaId, { kind: 'merge', from: [GOOSE], into: SWAN }).then(() => {
        isDone = true;
      });
      // It is through, or waits until the decision is made.
      await vi.waitFor(async () => expect(isDone || (await waiting()) > 0).toBe(true), { timeout: 20_000 });
    });
    const verdict = { kind: 'accept', annotationId, faults: [], comment: '' } as const;
    await decideItem(deps, expert, { ...turn, verdict });
    await migrating;
    expect(await decided(batchId)).toMatchObject({ answers: { [SPECIES]: { label: { labelId: SWAN } } } });
  }, 60_000);

  it('of a page that is older than a migration is taken as it is now, and so is an answer that came back', async () => {
    const { deps } = test;
    const split = {
      kind: 'split' as const,
      labelId: GOOSE,
      attributeId: RINGED,
      parts: [
        { name: 'Ringed goose', values: [true] },
        { name: 'Plain goose', values: [false] },
      ],
      rest: null,
    };
    const ringed = saying(GOOSE, { [RINGED]: true });
    const labelOf = async (labelSchemaId: string) => {
      const { document } = await getLabelSchema(deps, manager, { labelSchemaId });
      const [question] = document.questions;
      const labels = question?.kind === 'single' ? question.labels : [];
      return labels.find(({ name }) => name === 'Ringed goose')?.id;
    };
    const faults = ['wrong-label'] as const;

    const own = await undecided();
    const shown = await getReview(deps, own.expert, own.turn);
    expect(shown.labelSchemaVersionId).toBe(own.versionId);
    await migrate(own.labelSchemaId, split);
    const corrected = { kind: 'correct', payload: ringed, faults, comment: '' } as const;
    const { labelSchemaVersionId } = shown;
    await decideItem(deps, own.expert, { ...own.turn, verdict: corrected, labelSchemaVersionId });
    expect(await decided(own.batchId)).toMatchObject({
      answers: { [SPECIES]: { label: { labelId: await labelOf(own.labelSchemaId) } } },
    });

    const back = await undecided();
    const { annotationId } = back;
    const sent = { kind: 'send-back', annotationIds: [annotationId], proposal: null, faults, comment: '' };
    await decideItem(deps, back.expert, { ...back.turn, verdict: sent as ReviewVerdict });
    const listed = await listReturns(deps, ann, { projectId, waiting: true, before: null, limit: 1 });
    const returned = await getReturn(deps, ann, { returnId: listed.returns[0]?.id ?? '' });
    await migrate(back.labelSchemaId, split);
    const revision = {
      annotationId: deps.ids.next(),
      payload: ringed,
      activeMs: 5,
      toolVersion: 'test',
      labelSchemaVersionId: returned.labelSchemaVersionId,
    };
    await answerReturn(deps, ann, { returnId: returned.id, reply: '', revision });
    expect(await labelsIn(back.batchId)).toContain(await labelOf(back.labelSchemaId));
  }, 60_000);
});
