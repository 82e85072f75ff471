import { type LabelSchema, labelSchema } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { command } from '../frame/command.ts';
import { listEvents } from '../ledger/list-events.ts';
import { searchEverything } from '../search/search-everything.ts';
import { createTestDeps, type TestDeps } from '../testing/test-deps.ts';
import { listTrash } from '../trash/list-trash.ts';
import { purgeTrash } from '../trash/purge-trash.ts';
import { TRASH_DAYS } from '../trash/trash-days.ts';
import {
  compareLabelSchemaVersions,
  getLabelSchema,
  getLabelSchemaVersion,
  listLabelSchemas,
} from './read-label-schemas.ts';
import {
  copyLabelSchema,
  createLabelSchema,
  saveLabelSchemaVersion,
  updateLabelSchema,
} from './save-label-schema.ts';
import { restoreLabelSchema, trashLabelSchema } from './trash-label-schema.ts';

let test: TestDeps;
beforeAll(async () => {
  test = await createTestDeps();
});
afterAll(() => test.close());

const page = { search: '', trashed: false, limit: 25, before: null };

/** Which bird was struck: a goose, or what else is said. */
function birds(...more: { id: string; name: string }[]): LabelSchema {
  const [question, goose] = [test.deps.ids.next(), test.deps.ids.next()];
  return labelSchema.parse({
    type: 'assay.label-schema',
    version: 1,
    subject: 'row',
    questions: [
      { kind: 'single', id: question, name: 'Species', labels: [{ id: goose, name: 'Goose' }, ...more] },
    ],
  });
}

function speciesOf(document: LabelSchema) {
  const species = document.questions[0];
  if (species?.kind !== 'single') throw new Error('Species is gone.');
  return species;
}

async function begin(document: LabelSchema) {
  const { owner, orgId } = await test.organisation();
  const projectId = await test.project(owner);
  const made = await createLabelSchema(test.deps, owner, {
    projectId,
    name: 'Heron labels',
    description: 'Birds at airports',
    document,
  });
  return { owner, orgId, projectId, labelSchemaId: made.id, versionId: made.versionId };
}

it('keeps every version as it was saved, and says what changed between them', async () => {
  const { deps } = test;
  const first = birds();
  const { owner, projectId, labelSchemaId, versionId } = await begin(first);
  const second = structuredClone(first);
  const [goose] = speciesOf(second).labels;
  if (goose === undefined) throw new Error('Goose is gone.');
  goose.name = 'Greylag goose';
  const saved = await saveLabelSchemaVersion(deps, owner, {
    labelSchemaId,
    revision: 1,
    document: second,
    note: 'Which goose',
  });
  expect(saved.number).toBe(2);
  const view = await getLabelSchema(deps, owner, { labelSchemaId });
  expect(view).toMatchObject({ number: 2, revision: 2, document: second, problems: [] });
  expect(view.versions.map(({ number, note }) => [number, note])).toEqual([
    [2, 'Which goose'],
    [1, ''],
  ]);
  const old = await getLabelSchemaVersion(deps, owner, { labelSchemaVersionId: versionId });
  expect(old).toMatchObject({ number: 1, document: first, labelSchemaName: 'Heron labels' });
  expect(
    await compareLabelSchemaVersions(deps, owner, {
      labelSchemaVersionId: versionId,
      otherVersionId: saved.versionId,
    }),
  ).toMatchObject({
    before: { number: 1 },
    after: { number: 2 },
    differences: [{ change: 'renamed', path: ['Species', 'Greylag goose'], before: 'Goose' }],
  });
  expect((await listLabelSchemas(deps, owner, { projectId, ...page })).labelSchemas).toMatchObject([
    { name: 'Heron labels', number: 2, labels: 1, sound: true, questions: [{ kind: 'single' }] },
  ]);
});

it('saves what is not finished, and says why nothing is labelled with it', async () => {
  const { deps } = test;
  const document = birds();
  speciesOf(document).labels = [];
  const { owner, projectId, labelSchemaId } = await begin(document);
  expect((await getLabelSchema(deps, owner, { labelSchemaId })).problems).toMatchObject([
    { severity: 'error', code: 'no-labels', field: 'questions.0.labels' },
  ]);
  expect((await listLabelSchemas(deps, owner, { projectId, ...page })).labelSchemas).toMatchObject([
    { sound: false },
  ]);
});

it('refuses stale revisions, and ids that would come to mean something else in any later version', async () => {
  const { deps } = test;
  const first = birds();
  const { owner, labelSchemaId } = await begin(first);
  const save = (revision: number, document: LabelSchema) =>
    saveLabelSchemaVersion(deps, owner, { labelSchemaId, revision, document, note: '' });
  await save(1, birds());
  await expect(save(1, first)).rejects.toMatchObject({ code: 'stale' });
  // The second version does not have the question of the first, whose id still holds answers.
  const { id, name } = speciesOf(first);
  const reused: LabelSchema = {
    ...first,
    questions: [
      {
        kind: 'rating',
        id,
        name,
        prompt: '',
        required: true,
        corrects: null,
        min: 1,
        max: 5,
        minWords: '',
        maxWords: '',
      },
    ],
  };
  await expect(save(2, reused)).rejects.toMatchObject({
    code: 'bad-input',
    field: 'document.questions.0',
    kept: 'The versions before it are as they were.',
  });
  const doubled = birds({ id: test.deps.ids.next(), name: 'Swan' });
  const [goose, swan] = speciesOf(doubled).labels;
  if (goose === undefined || swan === undefined) throw new Error('Labels are gone.');
  swan.id = goose.id;
  await expect(save(2, doubled)).rejects.toMatchObject({ field: 'document.questions.0.labels.1.id' });
  expect(await getLabelSchema(deps, owner, { labelSchemaId })).toMatchObject({ number: 2, revision: 2 });
});

it('gives two who save at once one number each, and refuses the one who did not see the other', async () => {
  const { deps } = test;
  const { owner, labelSchemaId } = await begin(birds());
  const save = () =>
    saveLabelSchemaVersion(deps, owner, { labelSchemaId, revision: 1, document: birds(), note: '' });
  const outcomes = await Promise.allSettled([save(), save(), save()]);
  expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  expect((await getLabelSchema(deps, owner, { labelSchemaId })).versions).toHaveLength(2);
});

it('is renamed and copied, and each change is in the log', async () => {
  const { deps } = test;
  const document = birds();
  const { owner, projectId, labelSchemaId, versionId } = await begin(document);
  await updateLabelSchema(deps, owner, {
    labelSchemaId,
    revision: 1,
    name: ' Egret labels ',
    description: '',
  });
  const copy = await copyLabelSchema(deps, owner, { labelSchemaVersionId: versionId, name: 'A copy' });
  expect(await getLabelSchema(deps, owner, { labelSchemaId: copy.id })).toMatchObject({
    name: 'A copy',
    document,
    versions: [{ note: 'Copied from Egret labels, version 1' }],
  });
  await trashLabelSchema(deps, owner, { labelSchemaId });
  await restoreLabelSchema(deps, owner, { labelSchemaId });
  const { events } = await listEvents(deps, owner, { projectId, limit: 20, before: null });
  expect(events.map((event) => event.action).filter((action) => action.startsWith('label-schema.'))).toEqual([
    'label-schema.restored',
    'label-schema.trashed',
    'label-schema.copied',
    'label-schema.updated',
    'label-schema.created',
  ]);
});

it('is found by those who may see it, waits in the trash, and is removed for good after its days', async () => {
  const { deps } = test;
  const { owner, orgId, projectId, labelSchemaId } = await begin(birds());
  const annotator = await test.member(orgId, ['member']);
  await test.inProject(projectId, annotator, ['annotator']);
  const find = async (actor: typeof owner) =>
    (await searchEverything(deps, actor, { text: 'heron', limit: 6 })).groups.flatMap(({ hits }) => hits);
  for (const actor of [owner, annotator]) {
    expect(await find(actor)).toMatchObject([
      { kind: 'labelSchema', title: 'Heron labels', link: `/label-schemas/${labelSchemaId}` },
    ]);
  }
  expect(await find((await test.organisation()).owner)).toEqual([]);

  await trashLabelSchema(deps, owner, { labelSchemaId });
  expect(await find(owner)).toEqual([]);
  expect((await listTrash(deps, owner)).items).toMatchObject([
    { kind: 'labelSchema', name: 'Heron labels', mayRestore: true },
  ]);
  expect((await listTrash(deps, annotator)).items).toMatchObject([{ mayRestore: false }]);
  await restoreLabelSchema(deps, owner, { labelSchemaId });
  await expect(restoreLabelSchema(deps, owner, { labelSchemaId })).rejects.toMatchObject({
    code: 'not-found',
  });

  await command(deps, owner, async ({ t, record }) => {
    const long = new Date(deps.clock.now().getTime() - (TRASH_DAYS + 1) * 86_400_000);
    await t.labelSchemas.trash(labelSchemaId, owner.userId, long);
    await record({ action: 'test.made', object: { type: 'labelSchema', id: labelSchemaId }, projectId });
  });
  expect((await purgeTrash(deps)).failed).toBe(0);
  await expect(restoreLabelSchema(deps, owner, { labelSchemaId })).rejects.toMatchObject({
    code: 'not-found',
  });
  const { events } = await listEvents(deps, owner, { projectId, limit: 1, before: null });
  expect(events).toMatchObject([{ action: 'label-schema.purged' }]);
});

it('stays in the trash beyond its days while a batch was labelled with one of its versions', async () => {
  const { deps } = test;
  const { owner, projectId, labelSchemaId, versionId } = await begin(birds());
  await command(deps, owner, async ({ t, record }) => {
    const batch = {
      id: deps.ids.next(),
      projectId,
      kind: 'label',
      name: 'First rows',
      runId: deps.ids.next(),
      labelSchemaVersionId: versionId,
      selection: {},
      overlap: 1,
      priority: 0,
      assignment: 'pull',
      createdBy: owner.userId,
    };
    await t.batches.create(batch, []);
    const long = new Date(deps.clock.now().getTime() - (TRASH_DAYS + 1) * 86_400_000);
    await t.labelSchemas.trash(labelSchemaId, owner.userId, long);
    await record({ action: 'test.made', object: { type: 'labelSchema', id: labelSchemaId }, projectId });
  });
  expect((await purgeTrash(deps)).failed).toBe(0);
  await restoreLabelSchema(deps, owner, { labelSchemaId });
  expect(await getLabelSchemaVersion(deps, owner, { labelSchemaVersionId: versionId })).toMatchObject({
    number: 1,
  });
});
