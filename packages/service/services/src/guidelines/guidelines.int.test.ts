import { type Guideline, guideline } from '@assay/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from '../frame/command.ts';
import { homeSummary } from '../home/home-summary.ts';
import { listEvents } from '../ledger/list-events.ts';
import { listNotifications } from '../notifications/list-notifications.ts';
import { searchEverything } from '../search/search-everything.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { listTrash } from '../trash/list-trash.ts';
import { purgeTrash } from '../trash/purge-trash.ts';
import { TRASH_DAYS } from '../trash/trash-days.ts';
import { acknowledgeGuideline, listAcknowledgements } from './acknowledge-guideline.ts';
import { answerGuidelineQuestion, askAboutGuideline, listGuidelineQuestions } from './questions.ts';
import {
  compareGuidelineVersions,
  getGuideline,
  getGuidelineVersion,
  listGuidelines,
} from './read-guidelines.ts';
import { copyGuideline, createGuideline, saveGuidelineVersion, updateGuideline } from './save-guideline.ts';
import { restoreGuideline, trashGuideline } from './trash-guideline.ts';

let test: TestDeps;
beforeAll(async () => {
  test = await createTestDeps();
});
afterAll(() => test.close());

const ALL = '01931b90-0000-7000-8000-000000000001';
const MANAGERS = '01931b90-0000-7000-8000-000000000002';

const written = (all: string, managers = 'Plan for a week.'): Guideline =>
  guideline.parse({
    type: 'assay.guideline',
    version: 1,
    sections: [
      { id: ALL, heading: 'Which species', roles: [], body: all },
      { id: MANAGERS, heading: 'How to plan', roles: ['manager'], body: managers },
    ],
    rules: [
      {
        id: '01931b90-0000-7000-8000-000000000003',
        text: 'The cost is not below zero',
        severity: 'error',
        holds: { op: 'compare', column: 'cost', comparator: '>=', value: 0 },
      },
    ],
  });

/** A project with a manager (its maker), an expert and an annotator. */
async function team() {
  const { owner, orgId } = await test.organisation();
  const projectId = await test.project(owner, 'Wetland');
  const [expert, annotator] = [await test.member(orgId, ['member']), await test.member(orgId, ['member'])];
  await test.inProject(projectId, expert, ['expert']);
  await test.inProject(projectId, annotator, ['annotator']);
  return { owner, orgId, projectId, expert, annotator };
}

const make = (actor: UserActor, projectId: string, name = 'Strikes') =>
  createGuideline(test.deps, actor, { projectId, name, description: '', document: written('Name it.') });

const saveNext = async (
  actor: UserActor,
  guidelineId: string,
  document: Guideline,
  resolves: string[] = [],
) => {
  const { revision } = await getGuideline(test.deps, actor, { guidelineId });
  return saveGuidelineVersion(test.deps, actor, { guidelineId, revision, document, note: '', resolves });
};

const actions = async (actor: UserActor, id: string) => {
  const { events } = await listEvents(test.deps, actor, {
    objectType: 'guideline',
    objectId: id,
    limit: 50,
    before: null,
  });
  return events.map((event) => event.action).reverse();
};

describe('versions', () => {
  it('are added, never changed; a stale save is refused and keeps what the other saved', async () => {
    const { deps } = test;
    const { expert, owner, projectId } = await team();
    const { id, versionId } = await make(expert, projectId);
    const second = await saveNext(expert, id, written('Name it as the report does.'));
    expect(second.number).toBe(2);
    await expect(
      saveGuidelineVersion(deps, owner, {
        guidelineId: id,
        revision: 1,
        document: written('Mine.'),
        note: '',
        resolves: [],
      }),
    ).rejects.toMatchObject({ code: 'stale' });
    const whole = await getGuideline(deps, owner, { guidelineId: id });
    expect(whole).toMatchObject({ number: 2, versionId: second.versionId, revision: 2 });
    expect(whole.versions.map((each) => [each.number, each.createdBy.userId])).toEqual([
      [2, expert.userId],
      [1, expert.userId],
    ]);
    expect(await getGuidelineVersion(deps, owner, { guidelineVersionId: versionId })).toMatchObject({
      number: 1,
      document: written('Name it.'),
    });
    const { changes, before, after } = await compareGuidelineVersions(deps, owner, {
      guidelineVersionId: versionId,
      otherVersionId: second.versionId,
    });
    expect([before.number, after.number]).toEqual([1, 2]);
    expect(changes.rules).toEqual([]);
    expect(changes.sections).toMatchObject([
      {
        id: ALL,
        kind: 'changed',
        lines: [
          { kind: 'removed', text: 'Name it.' },
          { kind: 'added', text: 'Name it as the report does.' },
        ],
      },
    ]);
    const other = await make(expert, projectId, 'Another');
    await expect(
      compareGuidelineVersions(deps, owner, {
        guidelineVersionId: versionId,
        otherVersionId: other.versionId,
      }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('can be saved by two at once only one after the other', async () => {
    const { deps } = test;
    const { expert, owner, projectId } = await team();
    const { id } = await make(expert, projectId);
    const saves = await Promise.allSettled(
      [expert, owner].map((actor) =>
        saveGuidelineVersion(deps, actor, {
          guidelineId: id,
          revision: 1,
          document: written(actor.userId),
          note: '',
          resolves: [],
        }),
      ),
    );
    expect(saves.filter((save) => save.status === 'fulfilled')).toHaveLength(1);
    expect((await getGuideline(deps, owner, { guidelineId: id })).versions).toHaveLength(2);
  });

  it('are found by name and page, renamed, copied, put away and brought back', async () => {
    const { deps } = test;
    const { expert, owner, projectId } = await team();
    const made = [];
    for (const name of ['Gulls', 'Geese', '100% sure']) made.push(await make(expert, projectId, name));
    const list = (search: string, limit = 10, before: string | null = null, trashed = false) =>
      listGuidelines(deps, owner, { projectId, search, limit, before, trashed });
    const first = await list('', 2);
    expect(first.guidelines.map((each) => each.name)).toEqual(['100% sure', 'Geese']);
    expect((await list('', 2, first.next)).guidelines.map((each) => each.name)).toEqual(['Gulls']);
    expect((await list('%')).guidelines.map((each) => each.name)).toEqual(['100% sure']);
    const [gulls] = made;
    if (gulls === undefined) throw new Error('Nothing was made.');
    await updateGuideline(deps, owner, {
      guidelineId: gulls.id,
      revision: 1,
      name: 'Terns',
      description: 'All',
    });
    await expect(
      updateGuideline(deps, owner, { guidelineId: gulls.id, revision: 1, name: 'Skuas', description: '' }),
    ).rejects.toMatchObject({ code: 'stale' });
    const copy = await copyGuideline(deps, owner, {
      guidelineVersionId: gulls.versionId,
      name: 'Terns again',
    });
    expect(await getGuideline(deps, owner, { guidelineId: copy.id })).toMatchObject({
      name: 'Terns again',
      number: 1,
      document: written('Name it.'),
    });
    const { groups } = await searchEverything(deps, expert, { text: 'terns', limit: 5 });
    expect(groups.map((group) => [group.kind, group.hits.map((hit) => hit.title)])).toEqual([
      ['guideline', ['Terns', 'Terns again']],
    ]);

    await trashGuideline(deps, owner, { guidelineId: gulls.id });
    await expect(getGuideline(deps, owner, { guidelineId: gulls.id })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await listTrash(deps, expert)).items).toMatchObject([
      { kind: 'guideline', name: 'Terns', mayRestore: true },
    ]);
    expect((await list('', 10, null, true)).guidelines.map((each) => each.name)).toEqual(['Terns']);
    await restoreGuideline(deps, owner, { guidelineId: gulls.id });
    expect(await getGuideline(deps, owner, { guidelineId: gulls.id })).toMatchObject({ name: 'Terns' });
    expect(await actions(owner, gulls.id)).toEqual([
      'guideline.created',
      'guideline.updated',
      'guideline.copied',
      'guideline.trashed',
      'guideline.restored',
    ]);
  });

  it('go for good with their guideline when it was in the trash long enough', async () => {
    const { deps } = test;
    const { annotator, owner, projectId } = await team();
    const { id, versionId } = await make(owner, projectId);
    await acknowledgeGuideline(deps, annotator, { guidelineVersionId: versionId });
    await askAboutGuideline(deps, annotator, { guidelineVersionId: versionId, sectionId: ALL, text: 'Why?' });
    test.setNow(new Date(Date.now() - (TRASH_DAYS + 1) * 86_400_000));
    await trashGuideline(deps, owner, { guidelineId: id });
    test.setNow(null);
    expect((await purgeTrash(deps)).failed).toBe(0);
    expect((await listTrash(deps, owner)).items).toEqual([]);
    await expect(restoreGuideline(deps, owner, { guidelineId: id })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await actions(owner, id)).at(-1)).toBe('guideline.purged');
  });
});

it('stays in the trash beyond its days while a batch was labelled by it', async () => {
  const { deps } = test;
  const { owner, projectId } = await team();
  const { id: guidelineId } = await make(owner, projectId);
  await command(deps, owner, async ({ t, record }) => {
    const batch = {
      id: deps.ids.next(),
      projectId,
      kind: 'label',
      name: 'First rows',
      runId: deps.ids.next(),
      labelSchemaVersionId: deps.ids.next(),
      guidelineId,
      selection: {},
      overlap: 1,
      priority: 0,
      assignment: 'pull',
      createdBy: owner.userId,
    };
    await t.batches.create(batch, []);
    const long = new Date(deps.clock.now().getTime() - (TRASH_DAYS + 1) * 86_400_000);
    await t.guidelines.trash(guidelineId, owner.userId, long);
    await record({ action: 'test.made', object: { type: 'guideline', id: guidelineId }, projectId });
  });
  expect((await purgeTrash(deps)).failed).toBe(0);
  await restoreGuideline(deps, owner, { guidelineId });
  expect(await getGuideline(deps, owner, { guidelineId })).toMatchObject({ number: 1 });
});

describe('acknowledging', () => {
  it('is of the newest version, once, and asked for again where it concerns the person', async () => {
    const { deps } = test;
    const { annotator, expert, owner, projectId } = await team();
    const { id, versionId } = await make(expert, projectId);
    const mine = async (actor: UserActor) =>
      (await getGuideline(deps, actor, { guidelineId: id })).acknowledgement;
    const waits = async (actor: UserActor) => (await homeSummary(deps, actor)).waits.guidelines;
    expect(await mine(annotator)).toMatchObject({ state: 'NONE', must: true });
    expect(await waits(annotator)).toMatchObject([{ guidelineId: id, number: 1, again: false }]);
    const read = () => acknowledgeGuideline(deps, annotator, { guidelineVersionId: versionId });
    await Promise.all([read(), read(), read()]);
    expect(await mine(annotator)).toMatchObject({ state: 'CURRENT', number: 1, must: false });
    expect(await waits(annotator)).toEqual([]);
    expect(await actions(owner, id)).toEqual(['guideline.created', 'guideline.acknowledged']);

    await saveNext(expert, id, written('Name it.', 'Plan for a month.'));
    expect(await mine(annotator)).toMatchObject({ state: 'OUTDATED', number: 1, must: false });
    await expect(read()).rejects.toMatchObject({ code: 'stale' });
    const third = await saveNext(expert, id, written('Name it as the report does.', 'Plan for a month.'));
    expect(await mine(annotator)).toMatchObject({ state: 'OUTDATED', number: 1, must: true });
    expect(await waits(annotator)).toMatchObject([{ guidelineId: id, number: 3, again: true }]);
    expect((await homeSummary(deps, annotator)).next[0]).toMatchObject({
      code: 'acknowledge-guidelines',
      link: `/guidelines/${id}`,
    });
    await acknowledgeGuideline(deps, annotator, { guidelineVersionId: third.versionId });

    const { number, people } = await listAcknowledgements(deps, expert, { guidelineId: id });
    expect(number).toBe(3);
    expect(Object.fromEntries(people.map((each) => [each.userId, [each.state, each.must]]))).toEqual({
      [owner.userId]: ['NONE', true],
      [expert.userId]: ['NONE', true],
      [annotator.userId]: ['CURRENT', false],
    });
  });

  it('is not asked of who only reads', async () => {
    const { deps } = test;
    const { owner, orgId, projectId } = await team();
    const { id } = await make(owner, projectId);
    const viewer = await test.member(orgId, ['member']);
    await test.inProject(projectId, viewer, ['viewer']);
    expect((await getGuideline(deps, viewer, { guidelineId: id })).acknowledgement).toBeNull();
    expect((await homeSummary(deps, viewer)).waits.guidelines).toEqual([]);
    const { people } = await listAcknowledgements(deps, owner, { guidelineId: id });
    expect(people.map((each) => each.userId)).not.toContain(viewer.userId);
  });
});

describe('questions', () => {
  it('reach the expert, are answered, and become a version; the asker hears of both', async () => {
    const { deps } = test;
    const { annotator, expert, owner, projectId } = await team();
    const { id, versionId } = await make(expert, projectId);
    const { id: questionId } = await askAboutGuideline(deps, annotator, {
      guidelineVersionId: versionId,
      sectionId: ALL,
      text: 'Also when only feathers are found?',
    });
    await expect(
      askAboutGuideline(deps, annotator, {
        guidelineVersionId: versionId,
        sectionId: '01931b90-0000-7000-8000-00000000000f',
        text: 'Where?',
      }),
    ).rejects.toMatchObject({ code: 'not-found', field: 'sectionId' });
    const heard = async (actor: UserActor) =>
      (await listNotifications(deps, actor, { limit: 10, cursor: null })).notifications
        .map((each) => each.kind)
        .filter((kind) => kind.startsWith('guideline.'));
    expect([await heard(expert), await heard(owner), await heard(annotator)]).toEqual([
      ['guideline.question-asked'],
      [],
      [],
    ]);
    expect((await homeSummary(deps, expert)).waits.guidelineQuestions).toMatchObject([
      { guidelineId: id, count: 1 },
    ]);
    expect((await homeSummary(deps, annotator)).waits.guidelineQuestions).toEqual([]);
    await expect(saveNext(expert, id, written('Also by feathers.'), [questionId])).rejects.toMatchObject({
      code: 'conflict',
      field: 'resolves',
    });

    const answer = (actor: UserActor, revision: number, text: string) =>
      answerGuidelineQuestion(deps, actor, { questionId, revision, answer: text });
    await answer(expert, 1, 'Yes, by their colour.');
    await expect(answer(owner, 1, 'No.')).rejects.toMatchObject({ code: 'stale' });
    expect(await heard(annotator)).toEqual(['guideline.question-answered']);
    const list = async (open: boolean) =>
      (await listGuidelineQuestions(deps, annotator, { guidelineId: id, open, limit: 10, before: null }))
        .questions;
    expect(await list(true)).toEqual([]);

    const second = await saveNext(expert, id, written('Also by feathers.'), [questionId]);
    expect(await list(false)).toMatchObject([
      {
        id: questionId,
        state: 'RESOLVED',
        number: 1,
        section: { id: ALL, heading: 'Which species' },
        answer: 'Yes, by their colour.',
        answeredBy: { userId: expert.userId },
        resolvedBy: { id: second.versionId, number: 2 },
      },
    ]);
    expect(await heard(annotator)).toEqual(['guideline.question-resolved', 'guideline.question-answered']);
    await expect(answer(expert, 3, 'Never mind.')).rejects.toMatchObject({ code: 'conflict' });
    await expect(saveNext(expert, id, written('Once more.'), [questionId])).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await getGuideline(deps, expert, { guidelineId: id })).number).toBe(2);
    expect(await actions(owner, id)).toEqual([
      'guideline.created',
      'guideline.question-asked',
      'guideline.question-answered',
      'guideline.question-resolved',
      'guideline.version-saved',
    ]);
  });

  it('go to the managers where no expert but the asker is there', async () => {
    const { deps } = test;
    const { expert, owner, projectId } = await team();
    const { versionId } = await make(owner, projectId);
    await askAboutGuideline(deps, expert, { guidelineVersionId: versionId, sectionId: null, text: 'Why?' });
    const { notifications } = await listNotifications(deps, owner, { limit: 10, cursor: null });
    expect(notifications.map((each) => each.kind)).toContain('guideline.question-asked');
  });
});
